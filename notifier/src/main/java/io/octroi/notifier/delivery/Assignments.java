package io.octroi.notifier.delivery;

import io.octroi.contracts.Contact;
import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.Notifications;
import io.octroi.notifier.payment.PaymentStates;
import io.octroi.notifier.subscription.SubscriptionState;
import io.octroi.notifier.subscription.SubscriptionStates;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a channel needs to send a delivery. */
final class Assignments {
  private final Notifications notifications;
  private final SubscriptionStates subscriptions;
  private final PaymentStates payments;
  private final Contacts contacts;

  Assignments(
      Notifications notifications,
      SubscriptionStates subscriptions,
      PaymentStates payments,
      Contacts contacts) {
    this.notifications = notifications;
    this.subscriptions = subscriptions;
    this.payments = payments;
    this.contacts = contacts;
  }

  Assignment of(Delivery delivery, Instant now) {
    Notification notification = notifications.find(delivery.notificationId()).orElseThrow();
    Notification.Access access = notification.subject().access();
    return access == null
        ? ofPayment(delivery, notification, now)
        : ofSubscription(delivery, notification, access.subscriptionId(), now);
  }

  private Assignment ofSubscription(
      Delivery delivery, Notification notification, UUID subscriptionId, Instant now) {
    Known known = Known.of(subscriptions.find(subscriptionId).orElseThrow());
    Contact contact = contacts.find(subscriptionId, notification.subject().customerId());
    return new Assignment(delivery, notification, known, contact, now);
  }

  private Assignment ofPayment(Delivery delivery, Notification notification, Instant now) {
    UUID paymentId = notification.requiredPayment().paymentId();
    String customerId = notification.subject().customerId();
    Known known =
        new Known(
            null,
            payments.find(paymentId).orElseThrow(),
            payments.anyPaidSince(customerId, notification.occurredAt()),
            openUntil(notification.subject(), now));
    return new Assignment(delivery, notification, known, contacts.find(paymentId, customerId), now);
  }

  private @Nullable Instant openUntil(Notification.Subject subject, Instant now) {
    return subscriptions.ofCustomer(subject.customerId()).stream()
        .filter(state -> state.planCode().equals(subject.planCode()) && !state.isOverAt(now))
        .map(SubscriptionState::endsAt)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
