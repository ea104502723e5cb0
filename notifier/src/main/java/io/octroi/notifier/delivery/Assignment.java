package io.octroi.notifier.delivery;

import io.octroi.contracts.Contact;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;

/** Everything a channel needs to send a delivery, read just before it is sent. */
public record Assignment(
    Delivery delivery, Notification notification, Known known, Contact contact, Instant now) {

  /**
   * The subscription that the notification is about.
   *
   * @throws IllegalStateException for a notification about a payment alone
   */
  public SubscriptionState subscription() {
    SubscriptionState subscription = known.subscription();
    if (subscription == null) {
      throw new IllegalStateException("a delivery about no subscription");
    }
    return subscription;
  }

  /** Whether there is nothing to be let into: access is over, or it is not about access. */
  public boolean opensNothing() {
    return known.subscription() == null || known.subscription().isOverAt(now);
  }
}
