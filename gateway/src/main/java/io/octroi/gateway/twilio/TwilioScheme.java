package io.octroi.gateway.twilio;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.Audience;
import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Twilio's status callbacks: HMAC-SHA1 in Base64 over the public address and the sorted form
 * fields, keyed with the account's auth token. The address is the configured one, because a proxy
 * in front changes the scheme, the host or the port of what arrives. Nothing dates a request, so a
 * copy is stopped by its event id alone.
 */
public final class TwilioScheme implements WebhookScheme {
  private static final String HEADER = "X-Twilio-Signature";

  /** What an endpoint calls {@code twilio}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "twilio",
        Audience.CHANNELS,
        settings -> {
          settings.withoutProfile();
          return new TwilioScheme();
        });
  }

  @Override
  public boolean canUse(Secret secret) {
    return !secret.value().isBlank();
  }

  @Override
  public boolean needsPublicUrl() {
    return true;
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        request
            .headers()
            .single(HEADER)
            .then(signature ->
                TwilioMessage.of(request.url(), request.body())
                    .then(message -> proof(signature, message, secrets)))
            .then(secret -> TwilioEvent.of(request, receivedAt, secret.version())));
  }

  private Attempt<Secret> proof(String signature, TwilioMessage message, List<Secret> secrets) {
    return Proof.by(
        secrets,
        this::canUse,
        secret ->
            message.texts().stream()
                .anyMatch(text -> Hmac.anyEquals(code(secret, text), List.of(signature))),
        RejectionReason.SIGNATURE_MISMATCH);
  }

  private static String code(Secret secret, String text) {
    byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(Hmac.of("HmacSHA1", key, signed));
  }
}
