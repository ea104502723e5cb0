package io.octroi.gateway.stripe;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.TimedSignatures;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Stripe: HMAC-SHA256 over {@code <t>.<body>}, keyed with the whole secret, {@code whsec_} and all.
 * Written here and not taken from the official library, which works on text and in the machine's
 * locale; docs/adr/0006-own-stripe-verifier.md has the facts. Unlike the library, a time in the
 * future is refused too.
 */
public final class StripeScheme implements WebhookScheme {
  private static final String HEADER = "Stripe-Signature";
  private static final byte[] DOT = {'.'};

  private final Tolerance tolerance;

  public StripeScheme(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** What an endpoint calls {@code stripe}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "stripe", settings -> new StripeScheme(settings.withoutProfile().tolerance()));
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
            .single(HEADER)
            .then(TimedSignatures::parse)
            .then(header -> read(header, request.body(), receivedAt, usable)));
  }

  private Attempt<Verification.Verified> read(
      TimedSignatures header, byte[] body, Instant receivedAt, List<Secret> secrets) {
    return proof(header, body, secrets)
        .then(secret ->
            tolerance
                .check(header.timestamp().at(), receivedAt)
                .then(signedAt -> parse(body))
                .then(json -> StripeEvent.of(json, header.timestamp().at(), secret.version())));
  }

  private static Attempt<Secret> proof(TimedSignatures header, byte[] body, List<Secret> secrets) {
    for (Secret secret : secrets) {
      byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
      byte[] code = Hmac.sha256(key, header.timestamp().bytes(), DOT, body);
      if (Hmac.anyEquals(HexFormat.of().formatHex(code), header.signatures())) {
        return Attempt.passed(secret);
      }
    }
    return Attempt.failed(RejectionReason.SIGNATURE_MISMATCH);
  }

  private static Attempt<JsonBody> parse(byte[] body) {
    return body.length == 0 ? Attempt.failed(RejectionReason.EMPTY_BODY) : JsonBody.parse(body);
  }
}
