package io.octroi.gateway.generic;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Sha256;
import io.octroi.gateway.scheme.Verification.Verified;
import java.time.Instant;
import java.util.Optional;

/**
 * What a partner's body says of itself. The id is {@code event_id} or {@code id} in the body. An
 * {@code X-Event-Id} header is never believed: no signature covers it, so whoever replays a request
 * could give it a new one and have the event happen twice. A body without an id is its own id, by
 * its SHA-256: the same bytes are the same event, whenever they come.
 */
final class GenericEvent {
  private GenericEvent() {}

  static Verified of(JsonBody json, byte[] body, Instant occurredAt, String secretVersion) {
    String id = id(json).orElseGet(() -> "sha256-" + Sha256.hex(body));
    return new Verified(
        id,
        json.identifier("type")
            .or(() -> json.identifier("event_type"))
            .orElse(JsonBody.UNKNOWN_TYPE),
        orderingKey(json).orElse(id),
        occurredAt,
        secretVersion,
        Trust.SIGNED);
  }

  private static Optional<String> id(JsonBody json) {
    return json.identifier("event_id").or(() -> json.identifier("id"));
  }

  private static Optional<String> orderingKey(JsonBody json) {
    return json.identifier("data", "payment_id")
        .or(() -> json.identifier("payment_id"))
        .or(() -> json.identifier("data", "id"))
        .or(() -> json.identifier("data", "customer_id"))
        .or(() -> json.identifier("customer_id"));
  }
}
