package io.octroi.gateway.stripe;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Verification.Verified;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The envelope of Stripe's events: snapshots, and the thin ones of v2. */
final class StripeEvent {
  /** Objects that live with a customer's agreement rather than with one payment. */
  private static final Set<String> OF_A_CUSTOMER =
      Set.of("checkout.session", "invoice", "subscription", "subscription_schedule");

  private StripeEvent() {}

  static Attempt<Verified> of(JsonBody body, Instant signedAt, String secretVersion) {
    Optional<String> id = body.identifier("id");
    Optional<String> type = body.identifier("type");
    if (id.isEmpty() || type.isEmpty()) {
      return Attempt.failed(RejectionReason.MALFORMED_BODY);
    }
    return Attempt.passed(
        new Verified(
            id.get(),
            type.get(),
            orderingKey(body).orElse(id.get()),
            BodyTime.at(body, "created").orElse(signedAt),
            secretVersion,
            Trust.SIGNED));
  }

  /**
   * The payment if the object belongs to one: a charge, a refund, a dispute and the payment intent
   * itself must be seen in one order. Otherwise the customer for what belongs to an agreement, and
   * at last the object alone. Thin events name their object in {@code related_object}.
   */
  private static Optional<String> orderingKey(JsonBody body) {
    return reference(body, "payment_intent")
        .or(() -> body.identifier("data", "object", "payment", "payment_intent"))
        .or(() -> customer(body))
        .or(() -> body.identifier("data", "object", "id"))
        .or(() -> body.identifier("related_object", "id"));
  }

  private static Optional<String> customer(JsonBody body) {
    return body.identifier("data", "object", "object")
        .filter(OF_A_CUSTOMER::contains)
        .flatMap(object -> reference(body, "customer"));
  }

  /** Stripe gives a reference as an id, or as the whole object if that was asked for. */
  private static Optional<String> reference(JsonBody body, String name) {
    return body.identifier("data", "object", name)
        .or(() -> body.identifier("data", "object", name, "id"));
  }
}
