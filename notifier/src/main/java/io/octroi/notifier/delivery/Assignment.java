package io.octroi.notifier.delivery;

import io.octroi.contracts.Contact;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;

/** Everything a channel needs to send a delivery, read just before it is sent. */
public record Assignment(
    Delivery delivery,
    Notification notification,
    SubscriptionState subscription,
    Contact contact,
    Instant now) {}
