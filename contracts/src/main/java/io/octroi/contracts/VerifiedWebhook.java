package io.octroi.contracts;

import java.time.Instant;

/**
 * A webhook that the gateway let through, or what a provider's API said in its place; one record of
 * {@link Topics#WEBHOOKS}, or of {@link Topics#CALLBACKS} where a channel sent it.
 *
 * @param endpoint the configured name under {@code /webhooks/} that it came in at
 * @param provider whose language the body speaks, such as {@code stripe}
 * @param eventId the provider's own id of the event; unique within an endpoint
 * @param eventType the provider's own name of what happened
 * @param orderingKey the provider's payment or customer object; events of one key stay in order
 * @param occurredAt when it happened, by the provider's clock
 * @param receivedAt when the gateway had read the request, by ours
 * @param provenance how it came and what proves it
 * @param body the bytes as they were signed; for encrypted schemes the decrypted ones
 */
@SuppressWarnings("ArrayRecordComponent") // the exact bytes are the point; compared nowhere
public record VerifiedWebhook(
    String endpoint,
    String provider,
    String eventId,
    String eventType,
    String orderingKey,
    Instant occurredAt,
    Instant receivedAt,
    Provenance provenance,
    byte[] body) {

  public Trust trust() {
    return provenance.trust();
  }

  /** Without the body, which may hold personal data. */
  @Override
  public String toString() {
    return "VerifiedWebhook[" + endpoint + " " + eventType + " " + eventId + "]";
  }
}
