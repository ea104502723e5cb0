package io.octroi.gateway.flutterwave;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.EventId;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Verification.Verified;
import java.time.Instant;
import java.util.Optional;

/**
 * What Flutterwave's body says of itself. v4 numbers its deliveries; in v3 name, object and status
 * tell one event from another.
 */
final class FlutterwaveEvent {
  private FlutterwaveEvent() {}

  static Attempt<Verified> of(JsonBody json, Instant receivedAt, String secretVersion) {
    Optional<String> type = json.identifier("type").or(() -> json.identifier("event"));
    Optional<String> object = json.reference("data", "id");
    Optional<String> id =
        json.identifier("webhook_id")
            .or(() ->
                type.flatMap(name -> object.map(charge -> EventId.of(name, charge, status(json)))));
    if (type.isEmpty() || id.isEmpty()) {
      return Attempt.failed(RejectionReason.MALFORMED_BODY);
    }
    return Attempt.passed(
        new Verified(
            id.get(),
            type.get(),
            orderingKey(json).or(() -> object).orElse(id.get()),
            BodyTime.at(json, "data", "created_datetime")
                .or(() -> BodyTime.at(json, "data", "created_at"))
                .orElse(receivedAt),
            secretVersion,
            Trust.WEAK));
  }

  private static String status(JsonBody json) {
    return json.identifier("data", "status").orElse("");
  }

  /** The charge that a refund or a chargeback belongs to. */
  private static Optional<String> orderingKey(JsonBody json) {
    return json.reference("data", "charge_id").or(() -> json.reference("data", "charge", "id"));
  }
}
