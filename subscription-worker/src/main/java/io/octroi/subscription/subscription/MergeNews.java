package io.octroi.subscription.subscription;

import java.util.UUID;

/**
 * One payment turned out to be another one.
 *
 * @param paymentId the payment that is void
 * @param version grows; of two merges of one payment the higher one is true
 * @param intoPaymentId the payment that stands for both
 * @param traceparent W3C trace context of the hearing; empty where there is none
 */
public record MergeNews(
    UUID paymentId, long version, String customerId, UUID intoPaymentId, String traceparent) {
  MergeNews newer(MergeNews other) {
    return other.version > version ? other : this;
  }
}
