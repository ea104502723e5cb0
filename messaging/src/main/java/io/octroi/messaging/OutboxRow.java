package io.octroi.messaging;

import java.time.Instant;
import java.util.UUID;

/** A row of the outbox as the relay reads it. */
@SuppressWarnings("ArrayRecordComponent") // published as it is; compared nowhere
record OutboxRow(
    long id,
    UUID eventId,
    String source,
    String type,
    String topic,
    String key,
    Instant occurredAt,
    byte[] payload,
    String traceparent) {}
