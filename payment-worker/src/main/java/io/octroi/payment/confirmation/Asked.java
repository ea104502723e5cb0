package io.octroi.payment.confirmation;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.order.Order;
import io.octroi.payment.translation.Inquiry;

/**
 * A new webhook, and what has to be asked because of it.
 *
 * @param traceparent the trace it came in
 */
public record Asked(VerifiedWebhook webhook, Inquiry inquiry, String traceparent) {

  /** The same about an order, whatever name the webhook had for it. */
  Asked about(Order order) {
    Inquiry named = new Inquiry(inquiry.kind(), order.reference(), inquiry.claimedAt());
    return new Asked(webhook, named, traceparent);
  }
}
