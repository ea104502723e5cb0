package io.octroi.payment.payment;

import io.octroi.contracts.Contact;
import io.octroi.contracts.DisputedTime;
import io.octroi.contracts.Money;
import io.octroi.contracts.PaymentStatus;
import io.octroi.payment.customer.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payment whose change is told to others.
 *
 * @param customerId whose it is; absent as long as nobody knows
 * @param planCode what it is for; absent as long as nobody knows
 * @param disputedTimes when it was contested
 */
record Content(
    PaymentStatus status,
    @Nullable Money amount,
    @Nullable Money refunded,
    @Nullable Instant paidAt,
    @Nullable String customerId,
    @Nullable String planCode,
    Contact contact,
    List<DisputedTime> disputedTimes) {

  static Content of(PaymentState state, Identity identity) {
    return new Content(
        state.status(),
        state.amount(),
        state.refunded(),
        state.paidAt(),
        identity.customerId(),
        identity.planCode(),
        identity.contact(),
        state.disputedTimes());
  }

  /** The same as far as it says whose it is, and no money. */
  Content withdrawn() {
    return new Content(
        PaymentStatus.FAILED, null, null, null, customerId, planCode, contact, List.of());
  }

  /** Whether it can be told to others: without customer or plan nobody knows what to do with it. */
  boolean assigned() {
    return customerId != null && planCode != null;
  }
}
