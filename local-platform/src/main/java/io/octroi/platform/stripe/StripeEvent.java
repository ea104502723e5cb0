package io.octroi.platform.stripe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event as Stripe would post it.
 *
 * @param createdAt to the second
 * @param json the body; its UTF-8 bytes are what is signed
 */
public record StripeEvent(String id, String type, Instant createdAt, String json) {
  public byte[] body() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
