package io.octroi.gateway.paypal;

import io.octroi.gateway.certificate.CertificateTrust;
import io.octroi.gateway.certificate.SigningCertificates;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.SchemeSettings;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * PayPal, profiles {@code live} and {@code sandbox}: RSA over transmission id, time, webhook id and
 * the CRC32 of the body. The secrets are the ids of our webhooks at PayPal; they tell a delivery to
 * us from one to somebody else, and the certificate tells PayPal. Weak: another body with the same
 * CRC32 takes no effort to make.
 */
public final class PayPalScheme implements WebhookScheme {
  /** PayPal tries for three days; an hour more for what lies in between. */
  static final Tolerance TOLERANCE = new Tolerance(Duration.ofHours(73), Duration.ofMinutes(5));

  private static final String PATH_OPTION = "certificate-path";
  private static final String PATH = "/v1/notifications/certs/";

  /** Not the simulator's {@code WEBHOOK_ID}: anyone can have that signed. */
  private static final Pattern WEBHOOK_ID = Pattern.compile("(?!WEBHOOK_ID$)[A-Za-z0-9_-]{1,64}");

  private final PayPalProfile profile;
  private final Tolerance tolerance;
  private final String path;
  private final SigningCertificates certificates;

  PayPalScheme(SchemeSettings settings, SigningCertificates certificates) {
    this.profile = PayPalProfile.ofName(settings.profile());
    this.tolerance = settings.toleranceOr(TOLERANCE);
    this.path = settings.options().getOrDefault(PATH_OPTION, PATH);
    this.certificates = certificates;
  }

  /** What an endpoint calls {@code paypal}. */
  public static SchemeDefinition definition(CertificateTrust trust) {
    return new SchemeDefinition(
        "paypal",
        settings ->
            new PayPalScheme(
                settings.withOptions(Set.of(CertificateTrust.OPTION, PATH_OPTION)),
                trust.of(settings)));
  }

  @Override
  public boolean canUse(Secret secret) {
    return WEBHOOK_ID.matcher(secret.value()).matches();
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        PayPalTransmission.parse(request.headers())
            .then(sent ->
                proof(sent, request.body(), receivedAt, secrets)
                    .then(secret ->
                        tolerance
                            .check(sent.sentAt(), receivedAt)
                            .then(at -> read(request.body(), at, secret)))));
  }

  private Attempt<Secret> proof(
      PayPalTransmission sent, byte[] body, Instant receivedAt, List<Secret> secrets) {
    return profile
        .allow(sent.certificateUrl(), path)
        .then(url -> certificates.key(url, profile.subjects(), receivedAt))
        .then(key ->
            Proof.by(
                secrets,
                this::canUse,
                secret -> sent.provenBy(key, secret.value(), body),
                RejectionReason.SIGNATURE_MISMATCH));
  }

  private static Attempt<Verified> read(byte[] body, Instant sentAt, Secret secret) {
    return body.length == 0
        ? Attempt.failed(RejectionReason.EMPTY_BODY)
        : JsonBody.parse(body).then(json -> PayPalEvent.of(json, sentAt, secret.version()));
  }
}
