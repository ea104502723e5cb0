package io.octroi.notifier.intake;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.SubscriptionEvent;
import io.octroi.messaging.BatchHandler;
import io.octroi.messaging.Inbound;
import io.octroi.notifier.AfterCommit;
import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.delivery.Deliveries;
import io.octroi.notifier.delivery.Wakeup;
import io.octroi.notifier.membership.Expectations;
import io.octroi.notifier.notification.KeyHolder;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.subscription.SubscriptionStates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a batch of subscription events in, in the transaction it is called in. An event that comes
 * again is no news: its version is known, and what it tells has its key.
 */
final class SubscriptionsHandler implements BatchHandler {
  static final String GROUP = "notifier";

  private final Ledger ledger;
  private final Tellings tellings;
  private final NotificationPlanner planner;
  private final Wakeup wakeup;
  private final Clock clock;

  SubscriptionsHandler(
      Ledger ledger, Tellings tellings, NotificationPlanner planner, Wakeup wakeup, Clock clock) {
    this.ledger = ledger;
    this.tellings = tellings;
    this.planner = planner;
    this.wakeup = wakeup;
    this.clock = clock;
  }

  /** The tables that a batch changes. */
  record Ledger(
      SubscriptionStates states,
      Contacts contacts,
      Expectations expectations,
      Notifications notifications,
      Deliveries deliveries) {}

  @Override
  public void handle(List<Inbound> batch) {
    List<Incoming> events = new ArrayList<>();
    for (Inbound inbound : batch) {
      EventCodec.fromRecord(inbound.message())
          .filter(envelope -> envelope.event() instanceof SubscriptionEvent)
          .map(envelope -> (SubscriptionEvent) envelope.event())
          .ifPresent(event -> events.add(new Incoming(event, inbound.traceparent())));
    }
    if (events.isEmpty()) {
      return;
    }
    Newest newest = Newest.of(events);
    ledger.states().store(newest.states());
    ledger.contacts().store(newest.contacts());
    ledger.expectations().changed(newest.states(), clock.instant());
    tell(events);
    ledger
        .deliveries()
        .release(events.stream().map(e -> e.event().customerId()).collect(Collectors.toSet()));
    AfterCommit.run(wakeup::signal);
  }

  private void tell(List<Incoming> events) {
    Instant now = clock.instant();
    List<Telling> planned =
        events.stream().flatMap(event -> planner.plan(event, now).stream()).toList();
    tellings.store(alternatives(tellings.store(planned)));
  }

  private List<Telling> alternatives(List<Telling> taken) {
    List<Notification> notifications =
        taken.stream().filter(t -> t.ifTaken() != null).map(Telling::notification).toList();
    Map<String, KeyHolder> byKey =
        ledger
            .notifications()
            .holders(
                notifications.stream()
                    .filter(notification -> notification.payment() == null)
                    .map(Notification::key)
                    .toList());
    Map<UUID, KeyHolder> byPayment =
        ledger
            .notifications()
            .confirmations(
                notifications.stream()
                    .map(Notification::payment)
                    .filter(Objects::nonNull)
                    .map(Notification.Payment::paymentId)
                    .toList());
    List<Telling> alternatives = new ArrayList<>();
    for (Telling telling : taken) {
      Notification.Payment payment = telling.notification().payment();
      KeyHolder holder =
          payment == null
              ? byKey.get(telling.notification().key())
              : byPayment.get(payment.paymentId());
      Telling alternative = telling.ifTaken();
      if (alternative != null && holder != null && telling.callsForMore(holder)) {
        alternatives.add(alternative);
      }
    }
    return alternatives;
  }
}
