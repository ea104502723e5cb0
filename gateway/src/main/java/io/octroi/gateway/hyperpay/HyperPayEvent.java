package io.octroi.gateway.hyperpay;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.EventId;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Verification.Content;
import io.octroi.gateway.scheme.Verification.Verified;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What a decrypted notification says of itself. One transaction can have several final results, so
 * id, result and time together tell one event from another. What has no transaction, such as the
 * portal's test, is its own id by its bytes.
 */
final class HyperPayEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]Z", Locale.ROOT);

  private HyperPayEvent() {}

  static Attempt<Verified> of(byte[] plaintext, Instant receivedAt, String secretVersion) {
    return JsonBody.parse(plaintext)
        .then(json -> Attempt.passed(event(json, plaintext, receivedAt, secretVersion)));
  }

  private static Verified event(
      JsonBody json, byte[] plaintext, Instant receivedAt, String secretVersion) {
    Optional<String> transaction = json.identifier("payload", "id");
    String id =
        transaction
            .map(text ->
                EventId.of(
                    text,
                    json.identifier("payload", "result", "code").orElse(""),
                    json.identifier("payload", "timestamp").orElse("")))
            .orElseGet(() -> EventId.ofBytes(plaintext));
    return new Verified(
        id,
        json.identifier("type").orElse(JsonBody.UNKNOWN_TYPE),
        // Refunds, reversals and chargebacks name the payment that they are about.
        json.identifier("payload", "referencedId").or(() -> transaction).orElse(id),
        json.identifier("payload", "timestamp").flatMap(HyperPayEvent::time).orElse(receivedAt),
        secretVersion,
        Trust.SIGNED,
        new Content.Opened(plaintext));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
