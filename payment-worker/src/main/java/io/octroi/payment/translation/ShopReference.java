package io.octroi.payment.translation;

import io.octroi.payment.customer.Claim;
import java.util.Optional;

/**
 * The shop's own text on a payment. One that says who pays for what says it of every payment alike
 * and names none; any other is the name of an order, and with that of its payment.
 *
 * @param order the order's name, where it is one
 * @param claim who pays for what, where it says that
 */
public record ShopReference(Optional<String> order, Claim claim) {

  static ShopReference of(Claims claims, Optional<String> text) {
    Claim claim = claims.text(text);
    return new ShopReference(
        claim.isEmpty() ? text.filter(ProviderObject::isPlain) : Optional.empty(), claim);
  }
}
