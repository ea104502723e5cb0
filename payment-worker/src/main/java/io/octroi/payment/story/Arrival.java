package io.octroi.payment.story;

import java.time.Instant;

/**
 * A webhook as the ledger has it, without its body.
 *
 * @param secretVersion which secret proved it
 * @param sealedSha256 hash of the ciphertext; empty where it came in the clear
 * @param record where it was read from, {@code topic/partition@offset}
 */
record Arrival(
    long position,
    String endpoint,
    String provider,
    String eventId,
    String eventType,
    Instant occurredAt,
    Instant receivedAt,
    Instant recordedAt,
    String trust,
    String origin,
    String secretVersion,
    String sha256,
    String sealedSha256,
    String record,
    String outcome,
    String reason,
    String traceparent) {}
