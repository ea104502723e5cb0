package io.octroi.gateway.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The endpoint {@code /webhooks/stripe} and the provider that posts to it. */
public final class StripeEndpoint {
  public static final String PATH = "/webhooks/stripe";
  public static final String SECRET = "whsec_of_the_tests_0123456789";
  public static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);

  private StripeEndpoint() {}

  /** Its configuration, with further settings. */
  public static Map<String, String> with(String... keysAndValues) {
    Map<String, String> properties = new HashMap<>();
    properties.put("octroi.gateway.endpoints[0].name", "stripe");
    properties.put("octroi.gateway.endpoints[0].scheme", "stripe");
    properties.put("octroi.gateway.endpoints[0].secrets[0].version", "2026-09");
    properties.put("octroi.gateway.endpoints[0].secrets[0].value", SECRET);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return properties;
  }

  /** The header lines that make a body Stripe's. */
  public static List<List<String>> signed(byte[] body) {
    return Signers.stripe(SECRET, NOW, body);
  }

  /** Posts an event as Stripe would. */
  public static RawHttp.Response post(RunningGateway gateway, String eventId) {
    byte[] body = Signers.stripeBody(eventId);
    return gateway.http().post(PATH, signed(body), body);
  }
}
