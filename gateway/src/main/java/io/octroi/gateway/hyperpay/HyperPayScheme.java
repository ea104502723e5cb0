package io.octroi.gateway.hyperpay;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeDefinition;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.scheme.WebhookScheme;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * HyperPay and the other faces of OPPWA: the body is encrypted with AES-256-GCM, and that it opens
 * is the proof. Only what was encrypted is taken; a notification in the clear never is. There is no
 * time in the envelope, so a copy of an old request is stopped by its event id alone.
 */
public final class HyperPayScheme implements WebhookScheme {

  /** What an endpoint calls {@code hyperpay}. */
  public static SchemeDefinition definition() {
    return new SchemeDefinition(
        "hyperpay",
        settings -> {
          settings.withoutProfile();
          return new HyperPayScheme();
        });
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Opened(byte[] plaintext, String secretVersion) {}

  @Override
  public boolean canUse(Secret secret) {
    return HyperPayEnvelope.isKey(secret.value());
  }

  @Override
  public Verification verify(WebhookRequest request, Instant receivedAt, List<Secret> secrets) {
    return Attempt.verdict(
        HyperPayEnvelope.parse(request.headers(), request.body())
            .then(envelope -> open(envelope, secrets))
            .then(opened -> event(opened, receivedAt)));
  }

  private Attempt<Opened> open(HyperPayEnvelope envelope, List<Secret> secrets) {
    boolean usable = false;
    for (Secret secret : secrets) {
      if (canUse(secret)) {
        usable = true;
        Optional<byte[]> plaintext = envelope.open(secret.value());
        if (plaintext.isPresent()) {
          return Attempt.passed(new Opened(plaintext.get(), secret.version()));
        }
      }
    }
    return Attempt.failed(
        usable ? RejectionReason.DECRYPT_FAILED : RejectionReason.MISCONFIGURED_SECRET);
  }

  private static Attempt<Verified> event(Opened opened, Instant receivedAt) {
    return opened.plaintext().length == 0
        ? Attempt.failed(RejectionReason.EMPTY_BODY)
        : HyperPayEvent.of(opened.plaintext(), receivedAt, opened.secretVersion());
  }
}
