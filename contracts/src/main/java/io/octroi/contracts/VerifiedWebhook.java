package io.octroi.contracts;

import java.time.Instant;

/**
 * A webhook that the gateway let through; one record of {@link Topics#WEBHOOKS}.
 *
 * @param endpoint the configured name under {@code /webhooks/} that it came in at
 * @param provider whose language the body speaks, such as {@code stripe}
 * @param eventId the provider's own id of the event; unique within an endpoint
 * @param eventType the provider's own name of what happened
 * @param orderingKey the provider's payment or customer object; events of one key stay in order
 * @param occurredAt when it happened, by the provider's clock
 * @param receivedAt when the gateway had read the request, by ours
 * @param secretVersion which version of the endpoint's secret verified it; {@code none} for a hint
 * @param trust how far the bytes can be believed
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
    String secretVersion,
    Trust trust,
    byte[] body) {

  /** Without the body, which may hold personal data. */
  @Override
  public String toString() {
    return "VerifiedWebhook[" + endpoint + " " + eventType + " " + eventId + "]";
  }
}
