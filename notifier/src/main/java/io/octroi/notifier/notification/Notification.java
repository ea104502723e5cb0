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
 * @param subject whom it is for and what it is about
 * @param payment the payment it rests on or is about, where there is one
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

  /**
   * The subscription it is about.
   *
   * @throws IllegalStateException for a notification about a payment alone
   */
  public Access access() {
    return required(subject.access(), "subscription");
  }

  /**
   * The payment it is about.
   *
   * @throws IllegalStateException for a notification about a subscription alone
   */
  public Payment requiredPayment() {
    return required(payment, "payment");
  }

  private <T> T required(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException(kind.wireName() + " is about no " + name);
    }
    return part;
  }

  /**
   * Whom a notification is for, and what they have or wanted.
   *
   * @param access the subscription as it stood when the fact was told; absent where the fact is one
   *     of a payment alone
   */
  public record Subject(String customerId, String planCode, @Nullable Access access) {

    public static Subject of(SubscriptionSnapshot snapshot) {
      return new Subject(
          snapshot.customerId(),
          snapshot.planCode(),
          new Access(
              snapshot.subscriptionId(), snapshot.version(), snapshot.family(), snapshot.endsAt()));
    }
  }

  /** A version of a subscription. */
  public record Access(UUID subscriptionId, long version, String family, Instant endsAt) {}

  /**
   * A payment.
   *
   * @param amount what was paid; where it failed what was asked, which may be unknown
   * @param refunded what went back so far, for a {@link NotificationKind#REFUND}
   */
  public record Payment(UUID paymentId, @Nullable Money amount, @Nullable Money refunded) {

    /** The currency of both; absent where neither amount is known. */
    @Nullable String currency() {
      Money known = amount == null ? refunded : amount;
      return known == null ? null : known.currency().getCurrencyCode();
    }

    /** A payment of which nothing went back. */
    public static Payment of(UUID paymentId, Money amount) {
      return new Payment(paymentId, amount, null);
    }
  }
}
