package io.octroi.gateway.scheme;

import io.octroi.contracts.Trust;
import java.time.Instant;

/** The verdict on one request. */
public sealed interface Verification {

  /**
   * The bytes are the provider's.
   *
   * @param eventId the provider's own id, the same at every retry; at most 255 characters
   * @param eventType the provider's own name, {@link JsonBody#UNKNOWN_TYPE} if it gives none
   * @param orderingKey the object whose events must stay in order
   * @param occurredAt when it happened, by the provider's clock
   * @param secretVersion which of the secrets proved it
   * @param trust how far the bytes can be believed
   */
  record Verified(
      String eventId,
      String eventType,
      String orderingKey,
      Instant occurredAt,
      String secretVersion,
      Trust trust)
      implements Verification {}

  /** Not let in. */
  record Rejected(RejectionReason reason) implements Verification {}
}
