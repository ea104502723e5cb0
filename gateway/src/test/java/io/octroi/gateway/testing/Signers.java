package io.octroi.gateway.testing;

import io.octroi.gateway.scheme.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Signs as providers do. */
public final class Signers {
  private Signers() {}

  /** The header lines of a body that Stripe would send. */
  public static List<List<String>> stripe(String secret, Instant at, byte[] body) {
    String time = Long.toString(at.getEpochSecond());
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    byte[] prefix = (time + ".").getBytes(StandardCharsets.US_ASCII);
    String hex = HexFormat.of().formatHex(Hmac.sha256(key, prefix, body));
    return List.of(List.of("Stripe-Signature", "t=" + time + ",v1=" + hex));
  }

  /** The header lines of a body that a partner with the timestamped profile would send. */
  public static List<List<String>> generic(String secret, Instant at, byte[] body) {
    String time = Long.toString(at.getEpochSecond());
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    byte[] prefix = (time + ".").getBytes(StandardCharsets.US_ASCII);
    String hex = HexFormat.of().formatHex(Hmac.sha256(key, prefix, body));
    return List.of(List.of("X-Timestamp", time), List.of("X-Signature", hex));
  }

  /** A body like Stripe's, with an event of that id and a payment of its own. */
  public static byte[] stripeBody(String eventId) {
    return """
    {
      "id": "%s",
      "object": "event",
      "created": 1790000000,
      "type": "payment_intent.succeeded",
      "data": {"object": {"id": "pi_%s", "object": "payment_intent", "note": "café"}}
    }\
    """
        .formatted(eventId, eventId)
        .getBytes(StandardCharsets.UTF_8);
  }
}
