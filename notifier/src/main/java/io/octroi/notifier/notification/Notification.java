package io.octroi.notifier.notification;

import io.octroi.contracts.Money;
import io.octroi.contracts.SubscriptionSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a customer is to be told. Holds no address: that is looked up when it is sent.
 *
 * @param key what makes it the same fact; unique over all notifications
 * @param subject the subscription as it stood when the fact was told
 * @param payment the payment it rests on, where it rests on one
 * @param reversed for {@link NotificationKind#ACCESS_ENDED}: the payment went back to the payer
 * @param occurredAt when the event says it happened
 * @param createdAt when the row was made
 * @param traceparent W3C trace context of the event, or empty
 */
public record Notification(
    UUID id,
    String key,
    NotificationKind kind,
    Subject subject,
    @Nullable Payment payment,
    boolean reversed,
    Instant occurredAt,
    Instant createdAt,
    String traceparent) {

  /** The subscription a notification is about. */
  public record Subject(
      String customerId,
      UUID subscriptionId,
      long version,
      String family,
      String planCode,
      Instant endsAt) {

    public static Subject of(SubscriptionSnapshot snapshot) {
      return new Subject(
          snapshot.customerId(),
          snapshot.subscriptionId(),
          snapshot.version(),
          snapshot.family(),
          snapshot.planCode(),
          snapshot.endsAt());
    }
  }

  /** The payment a confirmation is about. */
  public record Payment(UUID paymentId, Money amount) {}
}
