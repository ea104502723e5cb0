package io.octroi.notifier.delivery;

import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import io.octroi.notifier.notification.NotificationProperties;
import io.octroi.notifier.payment.PaymentState;
import java.time.Duration;
import java.util.Map;

/** What the notifier would still send. */
public final class Verdicts {
  /** Nothing is too old and nothing waits. */
  public static final NotificationProperties LIMITS =
      new NotificationProperties(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofDays(10_000),
          Map.of(NotificationKind.PAYMENT_FAILED, Duration.ofDays(10_000)));

  private static final StaleEffects STALE_EFFECTS = new StaleEffects(LIMITS);

  private Verdicts() {}

  /** Whether a notification about a payment is still true of it. */
  public static boolean stands(Notification notification, PaymentState payment) {
    Known known = new Known(null, payment, false, null);
    return STALE_EFFECTS
        .reasonToDrop(DeliveryAction.EMAIL, notification, known, notification.createdAt())
        .isEmpty();
  }
}
