package io.octroi.gateway.publish;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.gateway.endpoint.Endpoint;
import io.octroi.gateway.scheme.Sha256;
import io.octroi.gateway.scheme.Verification.Content;
import io.octroi.gateway.scheme.Verification.Verified;
import java.time.Instant;

/** What is published of a request whose verification held. */
public final class WebhookRecords {
  private WebhookRecords() {}

  /**
   * One record's content.
   *
   * @param receivedAt when the request had been read, by our clock
   * @param received the bytes of the request
   */
  public static VerifiedWebhook of(
      Endpoint endpoint, Verified verified, Instant receivedAt, byte[] received, Origin origin) {
    String sealedSha256 = "";
    byte[] body = received;
    if (verified.content() instanceof Content.Opened(byte[] plaintext)) {
      sealedSha256 = Sha256.hex(received);
      body = plaintext;
    }
    return new VerifiedWebhook(
        endpoint.name(),
        endpoint.provider(),
        verified.eventId(),
        verified.eventType(),
        verified.orderingKey(),
        verified.occurredAt(),
        receivedAt,
        new Provenance(verified.trust(), verified.secretVersion(), origin, sealedSha256),
        body);
  }
}
