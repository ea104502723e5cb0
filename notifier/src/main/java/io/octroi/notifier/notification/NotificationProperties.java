package io.octroi.notifier.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something is told, and for how long it is worth telling.
 *
 * @param failurePatience how long after a payment failed its customer is told, should it not have
 *     been made up for by then
 * @param settleTime how long what becomes of a payment is waited for: its effect on access, or
 *     another part of the same refund
 * @param maxAge what happened longer ago is no longer told
 * @param maxAges the same by kind, such as {@code payment-failed}, for which 2 days are the default
 */
@ConfigurationProperties("octroi.notifier.notifications")
public record NotificationProperties(
    @DefaultValue("1h") Duration failurePatience,
    @DefaultValue("1m") Duration settleTime,
    @DefaultValue("30d") Duration maxAge,
    @DefaultValue Map<NotificationKind, Duration> maxAges) {

  public NotificationProperties {
    requireNotNegative(failurePatience, "failure-patience");
    requireNotNegative(settleTime, "settle-time");
    Map<NotificationKind, Duration> byKind = new EnumMap<>(NotificationKind.class);
    byKind.put(NotificationKind.PAYMENT_FAILED, Duration.ofDays(2));
    byKind.putAll(maxAges);
    maxAges = Map.copyOf(byKind);
    requireNotNegative(maxAge, "max-age");
    byKind.values().forEach(age -> requireNotNegative(age, "max-ages"));
  }

  /** Whether something happened too long ago to be told at {@code now}. */
  public boolean isTooOld(Notification notification, Instant now) {
    Duration age = maxAges.getOrDefault(notification.kind(), maxAge);
    return notification.occurredAt().plus(age).isBefore(now);
  }

  private static void requireNotNegative(Duration duration, String name) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "octroi.notifier.notifications." + name + " must not be negative");
    }
  }
}
