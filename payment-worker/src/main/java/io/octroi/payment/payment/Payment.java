package io.octroi.payment.payment;

import io.octroi.contracts.PaymentSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment's row.
 *
 * @param version grows with every change that readers see
 * @param published whether readers of the topic know the payment: its own events were heard of, not
 *     only what follows from it, and customer and plan are known
 * @param reference the reference that best names it
 * @param endpoint where it was first heard of
 * @param mergedInto the payment that stands for this one, where two turned out to be one
 */
record Payment(
    PaymentId id,
    long version,
    boolean published,
    Reference reference,
    String endpoint,
    @Nullable String agreement,
    @Nullable String providerCustomer,
    boolean matched,
    boolean currenciesDiffer,
    Content content,
    @Nullable PaymentId mergedInto) {

  /** Whether both rows say the same but for their version. */
  boolean sameAs(Payment other) {
    return withVersion(0).equals(other.withVersion(0))
        && reference.kind() == other.reference.kind();
  }

  /** Whether readers see the same in both, but for the version. */
  boolean readsAs(Payment other) {
    return published == other.published
        && withVersion(other.version).snapshot().equals(other.snapshot());
  }

  Payment withVersion(long newVersion) {
    return new Payment(
        id,
        newVersion,
        published,
        reference,
        endpoint,
        agreement,
        providerCustomer,
        matched,
        currenciesDiffer,
        content,
        mergedInto);
  }

  /** This payment as one that {@code kept} stands for from now on. */
  Payment absorbedBy(PaymentId kept) {
    return new Payment(
        id,
        version + 1,
        published,
        reference,
        endpoint,
        agreement,
        providerCustomer,
        matched,
        currenciesDiffer,
        content,
        kept);
  }

  /** This payment as one that never came to anything. */
  Payment withdrawn() {
    return new Payment(
        id,
        version + 1,
        published,
        reference,
        endpoint,
        agreement,
        providerCustomer,
        matched,
        currenciesDiffer,
        content.withdrawn(),
        mergedInto);
  }

  /** What others get to see; empty as long as customer or plan are unknown. */
  Optional<PaymentSnapshot> snapshot() {
    String customer = content.customerId();
    String plan = content.planCode();
    if (customer == null || plan == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PaymentSnapshot(
            id.value(),
            version,
            reference.provider(),
            endpoint,
            reference.value(),
            customer,
            plan,
            content.amount(),
            content.refunded(),
            content.status(),
            content.paidAt(),
            content.contact(),
            content.disputedTimes().isEmpty() ? null : content.disputedTimes()));
  }
}
