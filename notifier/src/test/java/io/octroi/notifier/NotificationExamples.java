package io.octroi.notifier;

import io.octroi.contracts.Money;
import io.octroi.contracts.SubscriptionStatus;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;
import java.util.UUID;

/** Notifications and subscriptions as tests need them. */
public final class NotificationExamples {
  public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  public static final Instant ENDS_AT = Instant.parse("2026-12-21T09:30:00Z");
  public static final UUID SUBSCRIPTION = new UUID(7, 1);
  public static final String PLAN = "signaux-monthly";

  private NotificationExamples() {}

  /** A notification of version 5 of the subscription. */
  public static Notification of(NotificationKind kind) {
    return of(kind, PLAN, Money.of(4900, "EUR"));
  }

  public static Notification of(NotificationKind kind, String planCode, Money amount) {
    return new Notification(
        new UUID(7, 2),
        "key",
        kind,
        new Notification.Subject("cus_1", SUBSCRIPTION, 5, "signaux", planCode, ENDS_AT),
        new Notification.Payment(new UUID(7, 3), amount),
        false,
        NOW,
        NOW,
        "");
  }

  public static Notification reversed(Notification ended) {
    return new Notification(
        ended.id(),
        ended.key(),
        ended.kind(),
        ended.subject(),
        ended.payment(),
        true,
        ended.occurredAt(),
        ended.createdAt(),
        ended.traceparent());
  }

  public static SubscriptionState state(long version, SubscriptionStatus status, Instant endsAt) {
    return new SubscriptionState(
        SUBSCRIPTION, version, "cus_1", "signaux", PLAN, status, endsAt, false);
  }

  public static SubscriptionState reversedState(long version) {
    return new SubscriptionState(
        SUBSCRIPTION, version, "cus_1", "signaux", PLAN, SubscriptionStatus.EXPIRED, NOW, true);
  }
}
