package io.octroi.contracts;

import java.time.Instant;

/** Something that happened, in the past tense. */
public sealed interface DomainEvent permits PaymentEvent, SubscriptionEvent, WatermarkEvent {
  /** When it happened, by the clock of whoever said so: the provider's, or ours for what we do. */
  Instant occurredAt();

  /** Whom or what it concerns; the Kafka key, so that its events stay in order. */
  String key();
}
