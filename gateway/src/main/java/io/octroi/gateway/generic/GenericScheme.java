package io.octroi.gateway.generic;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.BodyTime;
import io.octroi.gateway.scheme.Hmac;
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
import java.util.HexFormat;
import java.util.List;

/**
 * HMAC-SHA256 in {@code X-Signature}, keyed with the UTF-8 of the secret. Two profiles, {@code
 * timestamped} and {@code body-only}; in both the time is covered by the signature.
 */
public final class GenericScheme implements WebhookScheme {
  private static final byte[] DOT = {'.'};

  private final Tolerance tolerance;
  private final GenericProfile profile;

  GenericScheme(Tolerance tolerance, GenericProfile profile) {
    this.tolerance = tolerance;
    this.profile = profile;
  }

  /** What an endpoint calls {@code generic}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "generic",
        settings ->
            new GenericScheme(settings.tolerance(), GenericProfile.ofName(settings.profile())));
  }

  @Override
  public boolean canUse(Secret secret) {
    return !secret.value().isBlank();
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    List<Secret> usable = secrets.stream().filter(this::canUse).toList();
    if (usable.isEmpty()) {
      return new Verification.Rejected(RejectionReason.MISCONFIGURED_SECRET);
    }
    return Attempt.verdict(
        request
            .headers()
            .single("X-Signature")
            .then(SignatureValues::parse)
            .then(values ->
                switch (profile) {
                  case TIMESTAMPED -> timestamped(request, values, receivedAt, usable);
                  case BODY_ONLY -> bodyOnly(request, values, receivedAt, usable);
                }));
  }

  private Attempt<Verified> timestamped(
      WebhookRequest request, SignatureValues values, Instant receivedAt, List<Secret> secrets) {
    byte[] body = request.body();
    return request
        .headers()
        .single("X-Timestamp")
        .then(UnixTimestamp::parse)
        .then(timestamp ->
            proof(values, secrets, timestamp.bytes(), DOT, body)
                .then(secret ->
                    tolerance
                        .check(timestamp.at(), receivedAt)
                        .then(at -> event(body, at, secret))));
  }

  private static Attempt<Verified> event(byte[] body, Instant signedAt, Secret secret) {
    if (body.length == 0) {
      return Attempt.failed(RejectionReason.EMPTY_BODY);
    }
    JsonBody json = JsonBody.parseLeniently(body);
    Instant occurredAt = BodyTime.at(json, "created_at").orElse(signedAt);
    return Attempt.passed(GenericEvent.of(json, body, occurredAt, secret.version()));
  }

  private Attempt<Verified> bodyOnly(
      WebhookRequest request, SignatureValues values, Instant receivedAt, List<Secret> secrets) {
    byte[] body = request.body();
    return proof(values, secrets, body)
        .then(secret ->
            JsonBody.parse(body)
                .then(json ->
                    time(json)
                        .then(at -> tolerance.check(at, receivedAt))
                        .then(at ->
                            Attempt.passed(GenericEvent.of(json, body, at, secret.version())))));
  }

  private static Attempt<Instant> time(JsonBody json) {
    return BodyTime.at(json, "timestamp")
        .or(() -> BodyTime.at(json, "created_at"))
        .<Attempt<Instant>>map(Attempt::passed)
        .orElseGet(() -> Attempt.failed(RejectionReason.MISSING_TIMESTAMP));
  }

  private static Attempt<Secret> proof(
      SignatureValues values, List<Secret> secrets, byte[]... parts) {
    for (Secret secret : secrets) {
      byte[] code = Hmac.sha256(secret.value().getBytes(StandardCharsets.UTF_8), parts);
      if (Hmac.anyEquals(HexFormat.of().formatHex(code), values.hex())) {
        return Attempt.passed(secret);
      }
    }
    return Attempt.failed(RejectionReason.SIGNATURE_MISMATCH);
  }
}
