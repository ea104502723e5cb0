package io.octroi.subscription.reconciliation;

import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment as the payment-worker lists it.
 *
 * @param digest of what it told; empty where it does not say
 */
record ListedPayment(
    UUID id, long version, PaymentStatus status, Instant updatedAt, String digest) {

  /** Whether it is surely paid for: what a partial refund or a dispute grants is policy. */
  boolean paid() {
    return status == PaymentStatus.SUCCEEDED;
  }

  /** Whether something else was told than is kept here. */
  boolean tellsOtherwise(KnownPayment known) {
    return !digest.isEmpty() && !digest.equals(known.digest());
  }

  /** Whether it may grant a period at all. */
  boolean mayGrant() {
    return switch (status) {
      case SUCCEEDED, PARTIALLY_REFUNDED, DISPUTED -> true;
      case PENDING, FAILED, REFUNDED, LOST -> false;
    };
  }
}
