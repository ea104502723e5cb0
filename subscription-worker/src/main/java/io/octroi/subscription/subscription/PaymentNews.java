package io.octroi.subscription.subscription;

import io.octroi.contracts.PaymentSnapshot;

/**
 * A payment as it was just heard of.
 *
 * @param traceparent W3C trace context of the hearing; empty where there is none
 */
public record PaymentNews(PaymentSnapshot payment, String traceparent) {
  PaymentNews newer(PaymentNews other) {
    return other.payment.version() > payment.version() ? other : this;
  }
}
