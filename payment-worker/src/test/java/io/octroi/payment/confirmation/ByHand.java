package io.octroi.payment.confirmation;

import io.octroi.payment.api.ProviderApis;
import io.octroi.payment.feed.WebhookFeed;
import io.octroi.payment.ledger.Ledger;
import io.octroi.payment.order.Orders;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a test makes by hand, to give it a clock of its own. */
public final class ByHand {
  static final ConfirmationProperties SETTINGS =
      new ConfirmationProperties(
          Duration.ofSeconds(1),
          20,
          Duration.ofMinutes(2),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofDays(3));

  private ByHand() {}

  public static Confirmer confirmer(
      JdbcTemplate jdbc,
      Orders orders,
      Ledger ledger,
      WebhookFeed feed,
      ProviderApis apis,
      Clock clock,
      TransactionTemplate transactions) {
    return new Confirmer(
        inquiries(jdbc, orders, ledger, clock, transactions),
        orders,
        apis,
        feed,
        SETTINGS,
        clock,
        Traces.none());
  }

  /** Made without a proxy, it has nobody who begins transactions for it. */
  static Inquiries inquiries(
      JdbcTemplate jdbc,
      Orders orders,
      Ledger ledger,
      Clock clock,
      TransactionTemplate transactions) {
    return new Inquiries(jdbc, orders, ledger, clock) {
      @Override
      public void close(Held held, Decision decision, InquiryState state) {
        transactions.executeWithoutResult(_ -> super.close(held, decision, state));
      }
    };
  }
}
