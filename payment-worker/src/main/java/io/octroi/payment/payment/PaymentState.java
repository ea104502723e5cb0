package io.octroi.payment.payment;

import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import io.octroi.payment.customer.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence of a payment amounts to.
 *
 * @param amount what was paid; before that what was asked, where known
 * @param refunded what went back, at most {@code amount}
 * @param paidAt when the money was first there
 * @param claimed who pays for what, by this payment's own events
 * @param agreement the recurring agreement it was collected under
 * @param providerCustomer the provider's customer that pays
 * @param endpoint where it was first heard of; empty without evidence
 * @param lastHeardOf time of the newest evidence
 * @param matched whether any event told of the payment itself, not only of what followed from it
 * @param currenciesDiffer whether an amount was left out because it is in another currency
 * @param disputedTimes when it was contested, as {@link Disputes#times()} says
 */
public record PaymentState(
    PaymentStatus status,
    @Nullable Money amount,
    @Nullable Money refunded,
    @Nullable Instant paidAt,
    Identity claimed,
    @Nullable String agreement,
    @Nullable String providerCustomer,
    String endpoint,
    Instant lastHeardOf,
    boolean matched,
    boolean currenciesDiffer,
    List<DisputedTime> disputedTimes) {}
