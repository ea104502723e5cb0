package io.octroi.payment.payment;

import io.octroi.contracts.PaymentDigest;
import io.octroi.contracts.PaymentStatus;
import java.time.Instant;

/**
 * A payment that readers were told of, without whose it is.
 *
 * @param digest of what they were told; empty where that cannot be said
 */
public record PublishedPayment(
    PaymentId id, long version, PaymentStatus status, Instant updatedAt, String digest) {

  static PublishedPayment of(Payment payment, Instant updatedAt) {
    return new PublishedPayment(
        payment.id(),
        payment.version(),
        payment.content().status(),
        updatedAt,
        payment.snapshot().map(PaymentDigest::of).orElse(""));
  }
}
