package io.octroi.gateway.paystack;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Paystack: HMAC-SHA512 over the raw body, in hex, keyed with the API's secret key. The published
 * sample hashes the body as parsed and written again; the bytes that arrived are what is signed.
 * There is no time in the protocol, so a copy of an old request is stopped by its event id alone.
 */
public final class PaystackScheme implements WebhookScheme {
  private static final String HEADER = "x-paystack-signature";

  /** What an endpoint calls {@code paystack}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "paystack",
        settings -> {
          settings.withoutProfile();
          return new PaystackScheme();
        });
  }

  @Override
  public boolean canUse(Secret secret) {
    return !secret.value().isBlank();
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    byte[] body = request.body();
    return Attempt.verdict(
        request
            .headers()
            .single(HEADER)
            .then(signature -> proof(signature, body, secrets))
            .then(secret ->
                parse(body)
                    .then(json -> PaystackEvent.of(json, body, receivedAt, secret.version()))));
  }

  private Attempt<Secret> proof(String signature, byte[] body, List<Secret> secrets) {
    String hex = signature.toLowerCase(Locale.ROOT);
    return Proof.by(
        secrets,
        this::canUse,
        secret -> Hmac.anyEquals(code(secret, body), List.of(hex)),
        RejectionReason.SIGNATURE_MISMATCH);
  }

  private static String code(Secret secret, byte[] body) {
    byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Hmac.of("HmacSHA512", key, body));
  }

  private static Attempt<JsonBody> parse(byte[] body) {
    return body.length == 0 ? Attempt.failed(RejectionReason.EMPTY_BODY) : JsonBody.parse(body);
  }
}
