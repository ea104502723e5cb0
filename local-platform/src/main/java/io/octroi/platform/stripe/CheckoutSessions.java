package io.octroi.platform.stripe;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens checkout sessions from a form as the SDKs send it, for one line item with a price given.
 */
final class CheckoutSessions {
  private static final String ITEM = "line_items[0]";

  private final StripeIds ids;
  private final Clock clock;

  CheckoutSessions(StripeIds ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a session.
   *
   * @throws IllegalArgumentException when Stripe would refuse; the message says why
   */
  ObjectNode open(Map<String, String> form, URI server) {
    String mode = form.getOrDefault("mode", "");
    if (!mode.equals("payment")) {
      throw new IllegalArgumentException("Only sessions with mode payment can be opened here.");
    }
    StripePayment payment =
        StripePayment.of(
                ids,
                number(form, ITEM + "[price_data][unit_amount]")
                    * number(form, ITEM + "[quantity]"),
                form.getOrDefault(ITEM + "[price_data][currency]", "eur"),
                form.getOrDefault("client_reference_id", ""),
                clock.instant())
            .withMetadata(metadata(form));
    ObjectNode session = StripeObjects.session(payment, "open", "unpaid");
    session.put("url", server.resolve("/c/pay/" + payment.session()).toString());
    for (String field : new String[] {"success_url", "cancel_url", "customer_email", "locale"}) {
      if (form.containsKey(field)) {
        session.put(field, form.get(field));
      }
    }
    return session;
  }

  /** The purchase that an open session becomes when its customer pays. */
  StripePayment purchase(ObjectNode session) {
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    session
        .path("metadata")
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString()));
    return new StripePayment(
        session.path("id").asString(),
        ids.paymentIntent(),
        ids.charge(),
        ids.customer(),
        session.path("amount_total").asLong(),
        session.path("currency").asString(),
        session.path("client_reference_id").asString(""),
        session.path("customer_email").asString(""),
        metadata,
        clock.instant());
  }

  private static SequencedMap<String, String> metadata(Map<String, String> form) {
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    form.forEach((name, value) -> {
      if (name.startsWith("metadata[")) {
        metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
      }
    });
    return metadata;
  }

  private static long number(Map<String, String> form, String field) {
    String value = form.getOrDefault(field, "");
    if (!value.matches("[0-9]{1,15}")) {
      throw new IllegalArgumentException("Invalid integer for " + field + ": '" + value + "'");
    }
    return Long.parseLong(value);
  }
}
