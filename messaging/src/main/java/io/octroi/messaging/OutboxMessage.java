package io.octroi.messaging;

import io.octroi.contracts.EventEnvelope;

/**
 * An event on its way out.
 *
 * @param traceparent W3C trace context of what caused it, as {@link Inbound#traceparent()}; empty
 *     where nothing did
 */
public record OutboxMessage(EventEnvelope envelope, String traceparent) {}
