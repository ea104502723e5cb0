package io.octroi.payment.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.octroi.contracts.Money;
import io.octroi.payment.customer.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Something a provider said about a payment. When it was said stands in the {@link Evidence} that
 * holds it. Stored as JSON: a kind's name and its fields never change their meaning.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PaymentFact.Pending.class, name = "pending"),
  @JsonSubTypes.Type(value = PaymentFact.Authorised.class, name = "authorised"),
  @JsonSubTypes.Type(value = PaymentFact.Succeeded.class, name = "succeeded"),
  @JsonSubTypes.Type(value = PaymentFact.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = PaymentFact.Canceled.class, name = "canceled"),
  @JsonSubTypes.Type(value = PaymentFact.RefundedTo.class, name = "refunded_to"),
  @JsonSubTypes.Type(value = PaymentFact.Refund.class, name = "refund"),
  @JsonSubTypes.Type(value = PaymentFact.DisputeOpened.class, name = "dispute_opened"),
  @JsonSubTypes.Type(value = PaymentFact.DisputeWon.class, name = "dispute_won"),
  @JsonSubTypes.Type(value = PaymentFact.DisputeLost.class, name = "dispute_lost"),
  @JsonSubTypes.Type(value = PaymentFact.Claimed.class, name = "claimed"),
  @JsonSubTypes.Type(value = PaymentFact.PaidUnder.class, name = "paid_under"),
  @JsonSubTypes.Type(value = PaymentFact.PaidBy.class, name = "paid_by"),
  @JsonSubTypes.Type(value = PaymentFact.Assigned.class, name = "assigned")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PaymentFact {

  /** A fact that tells whether money comes; without any, a payment is known from hearsay only. */
  sealed interface Outcome extends PaymentFact {}

  /** A fact that follows from a payment and tells nothing of how it came about. */
  sealed interface Consequence extends PaymentFact {}

  /** Begun; the outcome is open. */
  record Pending(@JsonProperty("asked") @Nullable Money asked) implements Outcome {}

  /** The money is reserved and not yet ours. */
  record Authorised(@JsonProperty("asked") @Nullable Money asked) implements Outcome {}

  /** The money is there. */
  record Succeeded(
      @JsonProperty("amount") Money amount, @JsonProperty("source") AmountSource source)
      implements Outcome {}

  /** An attempt came to nothing; another one may follow. */
  record Failed(@JsonProperty("asked") @Nullable Money asked, @JsonProperty("reason") String reason)
      implements Outcome {}

  /** Given up: nobody will try again. */
  record Canceled(
      @JsonProperty("asked") @Nullable Money asked, @JsonProperty("reason") String reason)
      implements Outcome {}

  /**
   * So much of a charge went back in all.
   *
   * @param charge the charge that the amount is counted for
   */
  record RefundedTo(@JsonProperty("charge") String charge, @JsonProperty("total") Money total)
      implements Consequence {}

  /**
   * One refund and how it stands.
   *
   * @param charge the charge it gives back; empty where the provider does not tell
   */
  record Refund(
      @JsonProperty("refund") String refund,
      @JsonProperty("charge") String charge,
      @JsonProperty("amount") Money amount,
      @JsonProperty("status") RefundStatus status)
      implements Consequence {}

  /** The payer contests the payment. */
  record DisputeOpened(
      @JsonProperty("dispute") String dispute, @JsonProperty("amount") Money amount)
      implements Consequence {}

  /** A dispute ended in our favour. */
  record DisputeWon(@JsonProperty("dispute") String dispute, @JsonProperty("amount") Money amount)
      implements Consequence {}

  /** A dispute ended in the payer's favour. */
  record DisputeLost(@JsonProperty("dispute") String dispute, @JsonProperty("amount") Money amount)
      implements Consequence {}

  /** Who pays, and for what. */
  record Claimed(@JsonProperty("claim") Claim claim) implements PaymentFact {}

  /** The payment was collected under a recurring agreement. */
  record PaidUnder(@JsonProperty("agreement") String agreement) implements PaymentFact {}

  /** The provider's customer that pays. */
  record PaidBy(@JsonProperty("provider_customer") String providerCustomer)
      implements PaymentFact {}

  /** An operator decided whose payment it is; of several decisions the newest counts. */
  record Assigned(
      @JsonProperty("customer_id") String customerId,
      @JsonProperty("plan_code") String planCode,
      @JsonProperty("reason") String reason)
      implements PaymentFact {}
}
