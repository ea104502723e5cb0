package io.octroi.payment.confirmation;

import io.octroi.contracts.Trust;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.ledger.LedgerKey;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What has to be asked of providers, and what came of it. */
public class Inquiries {
  private final InquiryRows rows;
  private final Orders orders;
  private final Ledger ledger;
  private final Clock clock;

  public Inquiries(JdbcTemplate jdbc, Orders orders, Ledger ledger, Clock clock) {
    this.rows = new InquiryRows(jdbc);
    this.orders = orders;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Opens an inquiry for each object that new webhooks speak of; one for all webhooks of an object.
   * Hints about what we never ordered open none.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(Collection<Asked> asked) {
    Map<String, List<Asked>> byProvider =
        asked.stream().collect(Collectors.groupingBy(a -> a.webhook().provider()));
    Instant now = clock.instant();
    byProvider.forEach((provider, all) -> {
      Map<String, Order> known =
          orders.find(provider, all.stream().map(a -> a.inquiry().reference()).toList());
      // One order for everyone who opens several: two at once would wait for one another.
      all.stream()
          .map(one -> new Meant(one, Optional.ofNullable(known.get(one.inquiry().reference()))))
          .sorted(
              Comparator.comparing((Meant m) -> m.asked().webhook().endpoint())
                  .thenComparing(m -> m.asked().inquiry().kind())
                  .thenComparing(m -> m.asked().inquiry().reference()))
          .forEach(meant -> open(meant.asked(), meant.order(), now));
    });
  }

  /** What is asked, by the reference of the order that is meant. */
  private record Meant(Asked asked, Optional<Order> order) {
    Meant {
      asked = order.map(asked::about).orElse(asked);
    }
  }

  private void open(Asked asked, Optional<Order> order, Instant now) {
    Notice notice = Notice.read(asked.webhook().body());
    Optional<Verdict> verdict =
        asked.webhook().trust() == Trust.HINT
            ? Decisions.beforeAsking(
                asked.webhook().provider(),
                notice,
                order.filter(o -> o.endpoint().equals(asked.webhook().endpoint())))
            : Optional.empty();
    if (verdict.isEmpty() && !rows.open(asked, notice.claimed(), now)) {
      verdict = Optional.of(Verdict.ALREADY_PROCESSED);
    }
    verdict.ifPresent(known ->
        ledger.notAwaited(
            new LedgerKey(asked.webhook().endpoint(), asked.webhook().eventId()), known.code()));
  }

  /** Takes what is due, for as long as the lease lasts; nobody else gets it meanwhile. */
  List<Held> claim(Duration lease, int limit) {
    return rows.claim(clock.instant(), lease, limit);
  }

  /** Puts an inquiry off; nothing happens where another one holds it by now. */
  void again(Held held, Decision decision, Duration after) {
    boolean _ = rows.again(held, decision, clock.instant().plus(after));
  }

  /** Ends an inquiry and what waited for it; nothing happens where another one holds it by now. */
  @Transactional
  public void close(Held held, Decision decision, InquiryState state) {
    if (!rows.close(held, decision, state, clock.instant())) {
      return;
    }
    boolean confirmed = state == InquiryState.CONFIRMED;
    rows.closeWebhooks(
        held, confirmed ? "applied" : "refuted", confirmed ? "" : decision.verdict().code());
    decision
        .passed()
        .filter(finding -> held.trust() == Trust.HINT || !finding.order().isEmpty())
        .ifPresent(finding ->
            orders.settle(
                held.provider(),
                held.trust() == Trust.HINT ? held.reference() : finding.order(),
                Decisions.isPaid(finding) ? Order.State.PAID : Order.State.FAILED));
  }

  /** Asks once more, now; false where there is no such inquiry. */
  @Transactional
  public boolean retry(long id) {
    return rows.reopen(id, clock.instant());
  }
}
