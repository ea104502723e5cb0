package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the payment-worker tells on {@link Topics#PAYMENTS}. */
public sealed interface PaymentEvent extends DomainEvent {
  /** Whose payment or agreement it is; a customer's events stay in order. */
  String customerId();

  @Override
  @JsonIgnore
  default String key() {
    return customerId();
  }

  /** An event of one payment, with the payment as it stands after it. */
  sealed interface OfPayment extends PaymentEvent {
    PaymentSnapshot payment();

    @Override
    @JsonIgnore
    default String customerId() {
      return payment().customerId();
    }
  }

  /** A payment was begun and has no final outcome yet. */
  record PaymentPending(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /** The money is there. */
  record PaymentSucceeded(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /** The payment came to nothing, so far. */
  record PaymentFailed(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /** Some or all of the money went back; the snapshot's status tells which. */
  record PaymentRefunded(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /** The payer contests the payment. */
  record PaymentDisputed(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /** A dispute ended in our favour; the snapshot's status is what it was without the dispute. */
  record DisputeWon(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /** A dispute ended in the payer's favour. */
  record PaymentLost(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /** Something changed that is no change of status: its customer, contact or name. */
  record PaymentAmended(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment") PaymentSnapshot payment)
      implements OfPayment {}

  /**
   * Two payments turned out to be one: whatever was granted for {@code paymentId} is void, {@code
   * intoPaymentId} stands for both.
   */
  record PaymentMerged(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("payment_id") UUID paymentId,
      @JsonProperty("version") long version,
      @JsonProperty("customer_id") String customerId,
      @JsonProperty("into_payment_id") UUID intoPaymentId)
      implements PaymentEvent {}

  /**
   * A recurring agreement at the provider changed. Grants nothing: only payments grant access.
   *
   * @param agreement the provider's id of the agreement, such as Stripe's {@code sub_…}
   * @param endsAt when the provider will stop or has stopped it, where known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AgreementUpdated(
      @JsonProperty("occurred_at") Instant occurredAt,
      @JsonProperty("provider") String provider,
      @JsonProperty("agreement") String agreement,
      @JsonProperty("version") long version,
      @JsonProperty("customer_id") String customerId,
      @JsonProperty("plan_code") @Nullable String planCode,
      @JsonProperty("status") AgreementStatus status,
      @JsonProperty("ends_at") @Nullable Instant endsAt)
      implements PaymentEvent {}
}
