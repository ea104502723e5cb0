package io.octroi.platform.stripe;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One purchase at Stripe: what its objects and events have in common.
 *
 * @param amount in the currency's minor units
 * @param currency ISO 4217, in lower case as Stripe writes it
 * @param reference what the shop calls the customer (client_reference_id); may be empty
 * @param email may be empty
 * @param metadata in the order of the wire, as user_id, plan_code, language, telegram_user_id
 */
public record StripePayment(
    String session,
    String paymentIntent,
    String charge,
    String customer,
    long amount,
    String currency,
    String reference,
    String email,
    SequencedMap<String, String> metadata,
    Instant createdAt) {

  public StripePayment {
    metadata = new LinkedHashMap<>(metadata);
  }

  /** A purchase with ids of its own and neither e-mail nor metadata. */
  public static StripePayment of(
      StripeIds ids, long amount, String currency, String reference, Instant createdAt) {
    return new StripePayment(
        ids.session(),
        ids.paymentIntent(),
        ids.charge(),
        ids.customer(),
        amount,
        currency,
        reference,
        "",
        new LinkedHashMap<>(),
        createdAt);
  }

  public StripePayment withEmail(String value) {
    return new StripePayment(
        session,
        paymentIntent,
        charge,
        customer,
        amount,
        currency,
        reference,
        value,
        metadata,
        createdAt);
  }

  /** The same customer at Stripe buys again. */
  public StripePayment withCustomer(String value) {
    return new StripePayment(
        session,
        paymentIntent,
        charge,
        value,
        amount,
        currency,
        reference,
        email,
        metadata,
        createdAt);
  }

  /** Adds to what is there. */
  public StripePayment withMetadata(Map<String, String> more) {
    SequencedMap<String, String> all = new LinkedHashMap<>(metadata);
    all.putAll(more);
    return new StripePayment(
        session,
        paymentIntent,
        charge,
        customer,
        amount,
        currency,
        reference,
        email,
        all,
        createdAt);
  }

  public StripePayment withMetadata(String name, String value) {
    return withMetadata(Map.of(name, value));
  }
}
