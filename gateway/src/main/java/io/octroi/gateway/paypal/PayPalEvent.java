package io.octroi.gateway.paypal;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Verification.Verified;
import java.time.Instant;
import java.util.Optional;

/** What PayPal's body says of itself. */
final class PayPalEvent {
  private PayPalEvent() {}

  static Attempt<Verified> of(JsonBody json, Instant sentAt, String secretVersion) {
    Optional<String> id = json.identifier("id");
    Optional<String> type = json.identifier("event_type");
    if (id.isEmpty() || type.isEmpty()) {
      return Attempt.failed(RejectionReason.MALFORMED_BODY);
    }
    return Attempt.passed(
        new Verified(
            id.get(),
            type.get(),
            orderingKey(json).orElse(id.get()),
            BodyTime.at(json, "create_time").orElse(sentAt),
            secretVersion,
            Trust.WEAK));
  }

  /** A refund's and a dispute's is that of the capture, a renewal's that of the subscription. */
  private static Optional<String> orderingKey(JsonBody json) {
    return refunded(json)
        .or(() -> disputed(json))
        .or(() -> json.identifier("resource", "billing_agreement_id"))
        .or(() -> json.identifier("resource", "id"))
        .or(() -> json.identifier("resource", "dispute_id"));
  }

  private static Optional<String> refunded(JsonBody json) {
    if (json.text("resource_type").filter("refund"::equals).isEmpty()) {
      return Optional.empty();
    }
    return json.items("resource", "links").stream()
        .filter(link -> link.text("rel").filter("up"::equals).isPresent())
        .flatMap(link -> link.identifier("href").stream())
        .map(href -> href.substring(href.lastIndexOf('/') + 1))
        .filter(JsonBody::identifies)
        .findFirst();
  }

  private static Optional<String> disputed(JsonBody json) {
    return json.items("resource", "disputed_transactions").stream()
        .flatMap(transaction -> transaction.identifier("seller_transaction_id").stream())
        .findFirst();
  }
}
