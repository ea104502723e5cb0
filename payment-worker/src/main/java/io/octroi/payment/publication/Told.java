package io.octroi.payment.publication;

import io.octroi.contracts.PaymentEvent;

/**
 * An event and what caused it.
 *
 * @param traceparent W3C trace context of the cause; empty where there is none
 */
public record Told(PaymentEvent event, String traceparent) {}
