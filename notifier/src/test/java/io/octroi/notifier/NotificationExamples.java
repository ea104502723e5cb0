package io.octroi.notifier;

import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import io.octroi.contracts.SubscriptionStatus;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.notification.NotificationProperties;
import io.octroi.notifier.payment.PaymentState;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notifications and subscriptions as tests need them. */
public final class NotificationExamples {
  public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  public static final Instant ENDS_AT = Instant.parse("2026-12-21T09:30:00Z");
  public static final UUID SUBSCRIPTION = new UUID(7, 1);
  public static final UUID PAYMENT = new UUID(7, 3);
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
        new Notification.Subject(
            "cus_1", planCode, new Notification.Access(SUBSCRIPTION, 5, "signaux", ENDS_AT)),
        Notification.Payment.of(PAYMENT, amount),
        false,
        NOW,
        NOW,
        "");
  }

  /** What is told of a payment alone. */
  public static Notification ofPayment(
      NotificationKind kind, @Nullable Money amount, @Nullable Money refunded) {
    return new Notification(
        new UUID(7, 2),
        "key",
        kind,
        new Notification.Subject("cus_1", PLAN, null),
        new Notification.Payment(PAYMENT, amount, refunded),
        false,
        NOW,
        NOW,
        "");
  }

  /** A payment of 49 EUR for {@link #PLAN}, never contested. */
  public static PaymentState payment(
      long version, PaymentStatus status, @Nullable Money refunded, @Nullable Instant paidAt) {
    return new PaymentState(
        PAYMENT,
        version,
        "cus_1",
        PLAN,
        status,
        Money.of(4900, "EUR"),
        refunded,
        paidAt,
        paidAt != null,
        0,
        false);
  }

  /** The defaults, save for the general age. */
  public static NotificationProperties limits(Duration maxAge) {
    return new NotificationProperties(Duration.ofHours(1), Duration.ofMinutes(1), maxAge, Map.of());
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
