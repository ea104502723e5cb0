package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands. Every payment event carries one, so that a reader needs the newest only
 * and may meet events in any order.
 *
 * @param version grows with each change of this payment; of two snapshots the higher one is true
 * @param provider who moved the money, such as {@code stripe}
 * @param endpoint the webhook endpoint the payment was first heard of at
 * @param reference the provider's own id of the payment
 * @param planCode what was paid for
 * @param amount what was paid; for a pending or failed payment what was asked, where known
 * @param refunded what went back so far, in the same currency
 * @param paidAt when the provider says the money was there; absent until then
 * @param disputedTimes when it was contested, without the disputes that were lost, in order of time
 *     and without overlap; absent where it never was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentSnapshot(
    @JsonProperty("payment_id") UUID paymentId,
    @JsonProperty("version") long version,
    @JsonProperty("provider") String provider,
    @JsonProperty("endpoint") String endpoint,
    @JsonProperty("reference") String reference,
    @JsonProperty("customer_id") String customerId,
    @JsonProperty("plan_code") String planCode,
    @JsonProperty("amount") @Nullable Money amount,
    @JsonProperty("refunded") @Nullable Money refunded,
    @JsonProperty("status") PaymentStatus status,
    @JsonProperty("paid_at") @Nullable Instant paidAt,
    @JsonProperty("contact") Contact contact,
    @JsonProperty("disputed_times") @Nullable List<DisputedTime> disputedTimes) {}
