package io.octroi.payment.stripe;

import io.octroi.payment.customer.Claim;
import io.octroi.payment.translation.Claims;
import io.octroi.payment.translation.ProviderObject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads who pays for what out of Stripe's objects: the reference that our checkout gave, else
 * metadata, else the price.
 */
final class StripeClaims {
  private final Claims claims;

  StripeClaims(Claims claims) {
    this.claims = claims;
  }

  /** All that an object says: its reference, its metadata, its contact details. */
  Claim of(ProviderObject object) {
    return claims
        .clientReference(object.text("client_reference_id"))
        .orElse(metadata(object.at("metadata")))
        .orElse(
            claims.reachedBy(
                Stream.of(
                    object.text("customer_details", "email"),
                    object.text("receipt_email"),
                    object.text("customer_email")),
                object.text("locale")))
        .orElse(
            claims.calledAt(
                Stream.of(
                    object.text("customer_details", "phone"), object.text("customer_phone"))));
  }

  /** What a metadata object says. */
  Claim metadata(ProviderObject metadata) {
    return claims.metadata(metadata);
  }

  /** The plan of the first price or product that the configuration knows. */
  Claim priced(Stream<Optional<String>> pricesAndProducts) {
    return claims.priced(pricesAndProducts);
  }
}
