package io.octroi.walks;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.order.Order;

/** Something that reaches the payment-worker. */
sealed interface Arrival {
  record Webhook(VerifiedWebhook webhook) implements Arrival {}

  /** What a provider was asked to collect becomes known to us. */
  record Ordered(Order order) implements Arrival {}
}
