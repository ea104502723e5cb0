package io.octroi.subscription.reconciliation;

import io.octroi.contracts.PaymentStatus;
import java.time.Instant;
import java.util.UUID;

/** A payment as the payment-worker lists it. */
record ListedPayment(UUID id, long version, PaymentStatus status, Instant updatedAt) {

  /** Whether it is surely paid for: what a partial refund or a dispute grants is policy. */
  boolean paid() {
    return status == PaymentStatus.SUCCEEDED;
  }

  /** Whether it may grant a period at all. */
  boolean mayGrant() {
    return switch (status) {
      case SUCCEEDED, PARTIALLY_REFUNDED, DISPUTED -> true;
      case PENDING, FAILED, REFUNDED, LOST -> false;
    };
  }
}
