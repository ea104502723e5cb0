package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What the subscription-worker tells on {@link Topics#SUBSCRIPTIONS}. */
public sealed interface SubscriptionEvent extends DomainEvent {
  SubscriptionSnapshot subscription();

  /** Whose access it is; a customer's events stay in order. */
  @JsonIgnore
  default String customerId() {
    return subscription().customerId();
  }

  @Override
  @JsonIgnore
  default String key() {
    return customerId();
  }

  /** Access began: the first period, or the first one after a gap. */
  record SubscriptionActivated(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("subscription") SubscriptionSnapshot subscription,
      @JsonProperty("payment_id") UUID paymentId,
      @JsonProperty("amount") Money amount)
      implements SubscriptionEvent {}

  /** A payment moved the end of an active subscription further away. */
  record SubscriptionRenewed(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("subscription") SubscriptionSnapshot subscription,
      @JsonProperty("payment_id") UUID paymentId,
      @JsonProperty("amount") Money amount)
      implements SubscriptionEvent {}

  /** A period was taken out and the subscription still runs. */
  record SubscriptionShortened(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("subscription") SubscriptionSnapshot subscription,
      @JsonProperty("payment_id") UUID paymentId)
      implements SubscriptionEvent {}

  /** How to reach the customer became known or changed; access is what it was. */
  record SubscriptionAmended(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("subscription") SubscriptionSnapshot subscription)
      implements SubscriptionEvent {}

  /** The end is near and the customer is to be told. */
  record SubscriptionReminderDue(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("subscription") SubscriptionSnapshot subscription)
      implements SubscriptionEvent {}

  /** Access is over. */
  record SubscriptionExpired(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("subscription") SubscriptionSnapshot subscription,
      @JsonProperty("reason") Reason reason)
      implements SubscriptionEvent {

    /** Why access is over. */
    public enum Reason {
      /** The last paid period came to its end. */
      PERIOD_OVER,
      /** The payment it rested on went back to the payer. */
      PAYMENT_REVERSED;

      @JsonValue
      public String wireName() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
