package io.octroi.gateway.paystack;

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
 * What Paystack's body says of itself. Events have no id: name, object and status together tell one
 * from another.
 */
final class PaystackEvent {
  private PaystackEvent() {}

  static Attempt<Verified> of(
      JsonBody json, byte[] body, Instant receivedAt, String secretVersion) {
    Optional<String> event = json.identifier("event");
    if (event.isEmpty()) {
      return Attempt.failed(RejectionReason.MALFORMED_BODY);
    }
    String id =
        object(json)
            .map(object ->
                EventId.of(event.get(), object, json.identifier("data", "status").orElse("")))
            .orElseGet(() -> EventId.ofBytes(body));
    return Attempt.passed(
        new Verified(
            id,
            event.get(),
            orderingKey(json).orElse(id),
            BodyTime.at(json, "data", "paid_at")
                .or(() -> BodyTime.at(json, "data", "created_at"))
                .or(() -> BodyTime.at(json, "data", "createdAt"))
                .orElse(receivedAt),
            secretVersion,
            Trust.SIGNED));
  }

  private static Optional<String> object(JsonBody json) {
    return json.reference("data", "id")
        .or(() -> json.identifier("data", "refund_reference"))
        .or(() -> json.identifier("data", "reference"))
        .or(() -> json.identifier("data", "invoice_code"))
        .or(() -> json.identifier("data", "subscription_code"));
  }

  /** Our own reference of the payment, which refunds and disputes repeat; else the agreement. */
  private static Optional<String> orderingKey(JsonBody json) {
    return json.identifier("data", "transaction_reference")
        .or(() -> json.identifier("data", "transaction", "reference"))
        .or(() -> json.identifier("data", "reference"))
        .or(() -> json.identifier("data", "subscription", "subscription_code"))
        .or(() -> json.identifier("data", "subscription_code"));
  }
}
