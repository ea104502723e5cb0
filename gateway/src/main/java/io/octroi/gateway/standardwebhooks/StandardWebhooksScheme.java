package io.octroi.gateway.standardwebhooks;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.UnixTimestamp;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Standard Webhooks 1.0.0: a signature over {@code <webhook-id>.<webhook-timestamp>.<body>}. {@code
 * v1} is HMAC-SHA256 keyed with the decoded secret, {@code v1a} is Ed25519. The event id is the
 * signed {@code webhook-id}, which stays the same over retries; the specification asks nothing of
 * the body, so one that cannot be read is still an event.
 */
public final class StandardWebhooksScheme implements WebhookScheme {
  private static final byte[] DOT = {'.'};

  /** Visible ASCII without a dot: a dot could move the border between id and timestamp. */
  private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,255}");

  private final Tolerance tolerance;

  public StandardWebhooksScheme(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** What an endpoint calls {@code standard-webhooks}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "standard-webhooks",
        settings -> new StandardWebhooksScheme(settings.withoutProfile().tolerance()));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Message(
      String id, UnixTimestamp timestamp, SignatureList signatures, byte[] body) {

    boolean provenBy(StandardWebhooksKey key) {
      byte[] idBytes = id.getBytes(StandardCharsets.US_ASCII);
      List<String> candidates = signatures.ofVersion(key.signatureVersion());
      return !candidates.isEmpty()
          && key.proves(candidates, idBytes, DOT, timestamp.bytes(), DOT, body);
    }
  }

  private record KeyVersion(StandardWebhooksKey key, String version) {}

  @Override
  public boolean canUse(Secret secret) {
    return StandardWebhooksKey.of(secret).isPresent();
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    List<KeyVersion> keys = new ArrayList<>();
    for (Secret secret : secrets) {
      StandardWebhooksKey.of(secret)
          .ifPresent(key -> keys.add(new KeyVersion(key, secret.version())));
    }
    if (keys.isEmpty()) {
      return new Verification.Rejected(RejectionReason.MISCONFIGURED_SECRET);
    }
    return Attempt.verdict(
        message(request)
            .then(message ->
                proof(message, keys)
                    .then(key ->
                        tolerance
                            .check(message.timestamp().at(), receivedAt)
                            .then(at -> Attempt.passed(event(message, key.version()))))));
  }

  private static Attempt<Message> message(WebhookRequest request) {
    var headers = request.headers();
    return headers
        .single("webhook-id")
        .then(id ->
            headers
                .single("webhook-timestamp")
                .then(timestamp ->
                    headers
                        .single("webhook-signature")
                        .then(list -> message(id, timestamp, list, request.body()))));
  }

  private static Attempt<Message> message(String id, String timestamp, String list, byte[] body) {
    if (!ID.matcher(id).matches()) {
      return Attempt.failed(RejectionReason.MALFORMED_HEADER);
    }
    return UnixTimestamp.parse(timestamp)
        .then(at ->
            SignatureList.parse(list)
                .then(signatures -> Attempt.passed(new Message(id, at, signatures, body))));
  }

  private static Attempt<KeyVersion> proof(Message message, List<KeyVersion> keys) {
    boolean offered = false;
    for (KeyVersion candidate : keys) {
      offered |= !message.signatures().ofVersion(candidate.key().signatureVersion()).isEmpty();
      if (message.provenBy(candidate.key())) {
        return Attempt.passed(candidate);
      }
    }
    return Attempt.failed(
        offered ? RejectionReason.SIGNATURE_MISMATCH : RejectionReason.NO_SUPPORTED_SCHEME);
  }

  private static Verified event(Message message, String secretVersion) {
    JsonBody body = JsonBody.parseLeniently(message.body());
    return new Verified(
        message.id(),
        body.identifier("type").orElse(JsonBody.UNKNOWN_TYPE),
        orderingKey(body).orElse(message.id()),
        BodyTime.at(body, "timestamp").orElse(message.timestamp().at()),
        secretVersion,
        Trust.SIGNED);
  }

  private static Optional<String> orderingKey(JsonBody body) {
    return body.identifier("data", "payment_id")
        .or(() -> body.identifier("data", "id"))
        .or(() -> body.identifier("data", "customer_id"))
        .or(() -> body.identifier("data", "customer"));
  }
}
