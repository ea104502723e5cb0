package io.octroi.messaging.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dead letter without what it carries. */
record DeadLetterRow(
    UUID id,
    String consumer,
    String state,
    int rounds,
    int arrivals,
    String reason,
    String source,
    String eventId,
    String type,
    String topic,
    int partition,
    long offset,
    String traceparent,
    Instant firstFailedAt,
    Instant lastFailedAt,
    @Nullable Instant redrivenAt,
    @Nullable Instant endedAt) {

  /**
   * What a dead letter carries, byte for byte.
   *
   * @param headers as {@link HeaderText} writes them
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Content(byte @Nullable [] key, byte @Nullable [] value, String headers) {}
}
