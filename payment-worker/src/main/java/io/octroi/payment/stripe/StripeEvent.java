package io.octroi.payment.stripe;

import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.Meaning;
import io.octroi.payment.translation.ProviderObject;
import java.time.Instant;

/**
 * What every event of Stripe has, in whatever API version.
 *
 * @param type what happened, such as {@code charge.refunded}
 * @param at when, to the second
 * @param object the object it happened to, as it was then
 */
record StripeEvent(String type, Instant at, ProviderObject object) {

  Meaning meaning() {
    return new Meaning(StripeTranslator.PROVIDER, at);
  }

  /** The object, which must be of the kind that the type promises. */
  ProviderObject object(String kind) {
    if (!object.word("object").equals(kind)) {
      throw new MalformedEventException("unexpected_object");
    }
    return object;
  }
}
