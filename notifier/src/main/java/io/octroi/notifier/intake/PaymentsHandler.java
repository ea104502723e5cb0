package io.octroi.notifier.intake;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.PaymentEvent;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.notifier.AfterCommit;
import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.contact.ToldContact;
import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.Wakeup;
import io.octroi.notifier.payment.PaymentState;
import io.octroi.notifier.payment.PaymentStates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a batch of payment events in, in the transaction it is called in. Only the newest word on a
 * payment is told: what came before it, in the batch or in the database, is no longer true. An
 * event that comes again is no news: its version is known, and what it tells has its key.
 */
final class PaymentsHandler implements BatchHandler {
  private final Ledger ledger;
  private final Tellings tellings;
  private final PaymentPlanner planner;
  private final Wakeup wakeup;
  private final Clock clock;

  PaymentsHandler(
      Ledger ledger, Tellings tellings, PaymentPlanner planner, Wakeup wakeup, Clock clock) {
    this.ledger = ledger;
    this.tellings = tellings;
    this.planner = planner;
    this.wakeup = wakeup;
    this.clock = clock;
  }

  /** The tables that a batch changes, besides what is told. */
  record Ledger(PaymentStates states, Contacts contacts, Deliveries deliveries) {}

  @Override
  public void handle(List<Inbound> batch) {
    Map<UUID, PaymentNews> news = new LinkedHashMap<>();
    for (Inbound inbound : batch) {
      EventCodec.fromRecord(inbound.message())
          .filter(envelope -> envelope.event() instanceof PaymentEvent)
          .flatMap(
              envelope -> PaymentNews.of((PaymentEvent) envelope.event(), inbound.traceparent()))
          .ifPresent(one -> news.merge(one.state().paymentId(), one, PaymentNews::join));
    }
    if (!news.isEmpty()) {
      take(news.values());
      AfterCommit.run(wakeup::signal);
    }
  }

  private void take(Collection<PaymentNews> news) {
    Instant now = clock.instant();
    Map<UUID, PaymentState> known =
        ledger.states().store(news.stream().map(PaymentNews::state).toList()).stream()
            .collect(Collectors.toMap(PaymentState::paymentId, state -> state));
    storeContacts(news, known);
    List<Telling> toTell = new ArrayList<>();
    for (PaymentNews one : news) {
      PaymentState newest = newest(one, known);
      if (newest.version() == one.state().version()) {
        toTell.addAll(planner.plan(one.with(newest), now));
      }
    }
    tellings.store(toTell);
    ledger
        .deliveries()
        .release(news.stream().map(one -> one.state().customerId()).collect(Collectors.toSet()));
  }

  /**
   * What is said of the customer of a payment that succeeded, as far as is known by now, comes
   * again with the subscription it pays for, and of itself it is not told.
   */
  private void storeContacts(Collection<PaymentNews> news, Map<UUID, PaymentState> known) {
    List<ToldContact> told =
        news.stream()
            .filter(one -> !newest(one, known).isPaidAndNoMore())
            .map(PaymentNews::contact)
            .toList();
    if (!told.isEmpty()) {
      ledger.contacts().store(told);
    }
  }

  private static PaymentState newest(PaymentNews one, Map<UUID, PaymentState> known) {
    return known.getOrDefault(one.state().paymentId(), one.state());
  }
}
