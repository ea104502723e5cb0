package io.octroi.gateway.wave;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.TimedSignatures;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Wave: HMAC-SHA256 over the time and the body with nothing between them, keyed with the whole
 * secret. A digit could slide from the time into the body under the same signature: the tolerance
 * and the demand for one JSON object stop that. Wave's other strategy, a bearer token, proves
 * nothing about a body and is not taken.
 */
public final class WaveScheme implements WebhookScheme {
  private static final String HEADER = "Wave-Signature";

  private final Tolerance tolerance;

  WaveScheme(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** What an endpoint calls {@code wave}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "wave", settings -> new WaveScheme(settings.withoutProfile().tolerance()));
  }

  @Override
  public boolean canUse(Secret secret) {
    return !secret.value().isBlank();
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        request
            .headers()
            .single(HEADER)
            .then(TimedSignatures::parse)
            .then(header ->
                proof(header, request.body(), secrets)
                    .then(secret -> read(header, request.body(), receivedAt, secret))));
  }

  private Attempt<Secret> proof(TimedSignatures header, byte[] body, List<Secret> secrets) {
    return Proof.by(
        secrets,
        this::canUse,
        secret -> {
          byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
          byte[] code = Hmac.sha256(key, header.timestamp().bytes(), body);
          return Hmac.anyEquals(HexFormat.of().formatHex(code), header.signatures());
        },
        RejectionReason.SIGNATURE_MISMATCH);
  }

  private Attempt<Verified> read(
      TimedSignatures header, byte[] body, Instant receivedAt, Secret secret) {
    return tolerance
        .check(header.timestamp().at(), receivedAt)
        .then(signedAt -> parse(body).then(json -> event(json, signedAt, secret.version())));
  }

  private static Attempt<JsonBody> parse(byte[] body) {
    return body.length == 0 ? Attempt.failed(RejectionReason.EMPTY_BODY) : JsonBody.parse(body);
  }

  private static Attempt<Verified> event(JsonBody json, Instant signedAt, String secretVersion) {
    Optional<String> id = json.identifier("id");
    Optional<String> type = json.identifier("type");
    if (id.isEmpty() || type.isEmpty()) {
      return Attempt.failed(RejectionReason.MALFORMED_BODY);
    }
    return Attempt.passed(
        new Verified(
            id.get(),
            type.get(),
            json.identifier("data", "id").orElse(id.get()),
            BodyTime.at(json, "data", "when_completed").orElse(signedAt),
            secretVersion,
            Trust.SIGNED));
  }
}
