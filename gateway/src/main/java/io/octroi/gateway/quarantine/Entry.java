package io.octroi.gateway.quarantine;

import io.octroi.gateway.scheme.WebhookRequest;
import java.time.Instant;

/**
 * A request that was refused.
 *
 * @param endpoint the name of the endpoint it was sent to
 * @param receivedAt our clock when it had been read
 * @param method its HTTP method
 * @param reason the wire name of the reason why it was refused
 * @param source who sent it, as a keyed hash
 * @param traceparent the span in which it was refused; empty where nothing was traced
 */
record Entry(
    String endpoint,
    Instant receivedAt,
    String method,
    String reason,
    String source,
    String traceparent,
    WebhookRequest request) {}
