package io.octroi.notifier.delivery;

import io.octroi.contracts.Contact;
import io.octroi.notifier.LogKeys;
import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.runtime.fault.FaultPoint;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one delivery: read what is true now, send, record. */
final class DeliveryWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  private final Notifications notifications;
  private final SubscriptionStates subscriptions;
  private final Contacts contacts;
  private final Channels channels;
  private final DeliveryResults results;
  private final DeliveryReports reports;
  private final Clock clock;

  DeliveryWorker(
      Notifications notifications,
      SubscriptionStates subscriptions,
      Contacts contacts,
      Channels channels,
      DeliveryResults results,
      DeliveryReports reports,
      Clock clock) {
    this.notifications = notifications;
    this.subscriptions = subscriptions;
    this.contacts = contacts;
    this.channels = channels;
    this.results = results;
    this.reports = reports;
    this.clock = clock;
  }

  void deliver(Delivery delivery) {
    try {
      Instant started = clock.instant();
      DeliveryOutcome outcome = attempt(assignment(delivery, started));
      FaultPoint.MID_DELIVERY.reached();
      Instant finished = clock.instant();
      reports.report(
          delivery, outcome, results.record(delivery, outcome, finished), started, finished);
    } catch (RuntimeException e) {
      // Nothing is recorded: the lease ends and the delivery is taken again.
      LOG.atWarn()
          .addKeyValue(LogKeys.DELIVERY, delivery.id())
          .addKeyValue(LogKeys.ACTION, delivery.action().wireName())
          .addKeyValue(LogKeys.ATTEMPT, delivery.attempt())
          .addKeyValue(LogKeys.ERROR, e.getClass().getName())
          .log("a delivery could not be read or recorded; it is tried again after its lease");
    }
  }

  private Assignment assignment(Delivery delivery, Instant now) {
    Notification notification = notifications.find(delivery.notificationId()).orElseThrow();
    Notification.Subject subject = notification.subject();
    SubscriptionState state = subscriptions.find(subject.subscriptionId()).orElseThrow();
    Contact contact = contacts.find(subject.subscriptionId(), subject.customerId());
    return new Assignment(delivery, notification, state, contact, now);
  }

  private DeliveryOutcome attempt(Assignment assignment) {
    Delivery delivery = assignment.delivery();
    Channel channel = channels.of(delivery.action());
    Optional<String> stale =
        StaleEffects.reasonToDrop(
            delivery.action(),
            assignment.notification(),
            assignment.subscription(),
            assignment.now());
    try {
      return stale.isPresent()
          ? channel.abandon(assignment, stale.get())
          : channel.send(assignment);
    } catch (RuntimeException e) {
      // The message may hold an address or a secret.
      LOG.atWarn()
          .addKeyValue(LogKeys.DELIVERY, delivery.id())
          .addKeyValue(LogKeys.ACTION, delivery.action().wireName())
          .addKeyValue(LogKeys.ERROR, e.getClass().getName())
          .log("a channel broke");
      return DeliveryOutcome.RetryLater.refusedForNow("channel_broke");
    }
  }
}
