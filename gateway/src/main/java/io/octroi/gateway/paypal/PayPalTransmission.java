package io.octroi.gateway.paypal;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.WebhookHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The headers of one delivery.
 *
 * @param time as it was written, which is what was signed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PayPalTransmission(
    String id, String time, Instant sentAt, String certificateUrl, byte[] signature) {
  private static final String ALGORITHM = "SHA256withRSA";

  static Attempt<PayPalTransmission> parse(WebhookHeaders headers) {
    return headers
        .single("PAYPAL-AUTH-ALGO")
        .then(PayPalTransmission::supported)
        .then(algorithm ->
            headers
                .single("PAYPAL-TRANSMISSION-ID")
                .then(id ->
                    headers
                        .single("PAYPAL-TRANSMISSION-TIME")
                        .then(time ->
                            headers
                                .single("PAYPAL-CERT-URL")
                                .then(url ->
                                    headers
                                        .single("PAYPAL-TRANSMISSION-SIG")
                                        .then(signature -> of(id, time, url, signature))))));
  }

  private static Attempt<String> supported(String algorithm) {
    return algorithm.equals(ALGORITHM)
        ? Attempt.passed(algorithm)
        : Attempt.failed(RejectionReason.UNSUPPORTED_ALGORITHM);
  }

  private static Attempt<PayPalTransmission> of(
      String id, String time, String url, String signature) {
    try {
      return Attempt.passed(
          new PayPalTransmission(
              id,
              time,
              OffsetDateTime.parse(time).toInstant(),
              url,
              Base64.getDecoder().decode(signature)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Attempt.failed(RejectionReason.MALFORMED_HEADER);
    }
  }

  /** Whether {@code key} signed this delivery of {@code body} to the webhook of that id. */
  boolean provenBy(PublicKey key, String webhookId, byte[] body) {
    CRC32 checksum = new CRC32();
    checksum.update(body);
    String text = id + "|" + time + "|" + webhookId + "|" + checksum.getValue();
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false; // not as long as the key's signatures are
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
