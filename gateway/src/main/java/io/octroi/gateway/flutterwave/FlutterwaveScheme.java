package io.octroi.gateway.flutterwave;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.SharedToken;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Flutterwave, profiles {@code v4} and {@code v3}. The secret is the merchant's "secret hash". In
 * both generations the charge must be asked for before anything is granted, so both are weak: v3
 * shows a static secret whatever the body says, and v4 has no time that would date a copy.
 */
public final class FlutterwaveScheme implements WebhookScheme {
  private final FlutterwaveProfile profile;

  FlutterwaveScheme(FlutterwaveProfile profile) {
    this.profile = profile;
  }

  /** What an endpoint calls {@code flutterwave}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "flutterwave",
        settings ->
            new FlutterwaveScheme(
                FlutterwaveProfile.ofName(settings.withOptions(Set.of()).profile())));
  }

  @Override
  public boolean canUse(Secret secret) {
    return SharedToken.canUse(secret);
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    byte[] body = request.body();
    return Attempt.verdict(
        request
            .headers()
            .single(profile.header())
            .then(shown ->
                Proof.by(
                    secrets,
                    this::canUse,
                    secret -> profile.proves(secret, shown, body),
                    RejectionReason.SIGNATURE_MISMATCH))
            .then(secret ->
                parse(body).then(json -> FlutterwaveEvent.of(json, receivedAt, secret.version()))));
  }

  private static Attempt<JsonBody> parse(byte[] body) {
    return body.length == 0 ? Attempt.failed(RejectionReason.EMPTY_BODY) : JsonBody.parse(body);
  }
}
