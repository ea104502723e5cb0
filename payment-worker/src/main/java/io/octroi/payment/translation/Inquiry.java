package io.octroi.payment.translation;

import java.time.Instant;

/**
 * What to ask a provider's API, because a webhook cannot be believed on its own or does not tell
 * the end. The answer comes back as a webhook of type {@code fetched.<kind>}, with {@code
 * reference} as its ordering key and the API's words as its body.
 *
 * @param kind which of the provider's objects to read, such as {@code event}, {@code transaction},
 *     {@code charge}, {@code payment}, {@code session} or {@code order}
 * @param reference the object's id; as untrusted as the webhook it came from, but no more than 255
 *     printable ASCII characters without a space
 * @param claimedAt when it happened, if the webhook tells the truth
 */
public record Inquiry(String kind, String reference, Instant claimedAt) {
  /** What the event type of an API's answer begins with. */
  public static final String FETCHED = "fetched.";
}
