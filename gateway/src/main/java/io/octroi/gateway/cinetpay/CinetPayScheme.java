package io.octroi.gateway.cinetpay;

import io.octroi.contracts.Trust;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.EventId;
import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.JsonBody;
import io.octroi.gateway.scheme.Proof;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * CinetPay: {@code x-token} is HMAC-SHA256 over sixteen decoded fields without separators, in hex.
 * Weak: digits can slide between the amount and the currency under the same token, nothing dates a
 * copy, and even a genuine notification does not say whether it was paid. The payment must be asked
 * for.
 */
public final class CinetPayScheme implements WebhookScheme {
  private static final String HEADER = "x-token";
  private static final String EVENT_TYPE = "payment.notification";

  /** What an endpoint calls {@code cinetpay}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "cinetpay",
        settings -> {
          settings.withoutProfile();
          return new CinetPayScheme();
        });
  }

  @Override
  public boolean canUse(Secret secret) {
    return !secret.value().isBlank();
  }

  /** CinetPay looks whether the address is there before it uses it. */
  @Override
  public boolean answersProbes() {
    return true;
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        request
            .headers()
            .single(HEADER)
            .then(token ->
                CinetPayFields.parse(request.body())
                    .then(fields ->
                        proof(token, fields, secrets)
                            .then(secret -> event(fields, receivedAt, secret.version())))));
  }

  private Attempt<Secret> proof(String token, CinetPayFields fields, List<Secret> secrets) {
    String hex = token.toLowerCase(Locale.ROOT);
    return Proof.by(
        secrets,
        this::canUse,
        secret -> {
          byte[] key = secret.value().getBytes(StandardCharsets.UTF_8);
          byte[] code = Hmac.sha256(key, fields.signed());
          return Hmac.anyEquals(HexFormat.of().formatHex(code), List.of(hex));
        },
        RejectionReason.SIGNATURE_MISMATCH);
  }

  private static Attempt<Verified> event(
      CinetPayFields fields, Instant receivedAt, String secretVersion) {
    String transaction = fields.transaction();
    if (!JsonBody.identifies(transaction)) {
      return Attempt.failed(RejectionReason.MALFORMED_FIELD);
    }
    return Attempt.passed(
        new Verified(
            EventId.of(transaction, fields.fingerprint()),
            EVENT_TYPE,
            transaction,
            // The date in the body has no zone.
            receivedAt,
            secretVersion,
            Trust.WEAK));
  }
}
