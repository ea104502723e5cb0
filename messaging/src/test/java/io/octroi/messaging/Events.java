package io.octroi.messaging;

import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.EventIds;
import io.octroi.contracts.PaymentEvent.PaymentMerged;
import java.time.Instant;
import java.util.UUID;

/** Events for tests. */
final class Events {
  private static final Instant NOON = Instant.parse("2026-09-21T12:00:00Z");

  private Events() {}

  static EventEnvelope about(String customer) {
    return new EventEnvelope(
        EventIds.next(NOON),
        "/messaging-test",
        new PaymentMerged(NOON, UUID.randomUUID(), 1, customer, UUID.randomUUID()));
  }

  static OutboxMessage message(EventEnvelope envelope) {
    return new OutboxMessage(envelope, "");
  }
}
