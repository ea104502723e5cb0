package io.octroi.platform.paypal;

import io.octroi.platform.certificate.CertificateAuthority;
import io.octroi.platform.certificate.IssuedCertificate;
import io.octroi.platform.provider.ProviderEvent;
import io.octroi.platform.provider.SignedWebhook;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.zip.CRC32;

/** Signs deliveries as PayPal does, with a certificate of its own authority. */
public final class PayPalWebhooks {
  private static final String ALGORITHM = "SHA256withRSA";
  private static final Duration YEAR = Duration.ofDays(365);

  private final String webhookId;
  private final String certificateUrl;
  private final CertificateAuthority authority;
  private final IssuedCertificate certificate;

  private PayPalWebhooks(
      String webhookId,
      String certificateUrl,
      CertificateAuthority authority,
      IssuedCertificate certificate) {
    this.webhookId = webhookId;
    this.certificateUrl = certificateUrl;
    this.authority = authority;
    this.certificate = certificate;
  }

  /**
   * With a fresh authority and a certificate as PayPal's live one, good for a year each way.
   *
   * @param webhookId the id of the registration, not of an event
   * @param certificateUrl where the endpoint is told to find the certificate
   */
  public static PayPalWebhooks create(String webhookId, String certificateUrl, Instant now) {
    CertificateAuthority authority = CertificateAuthority.create("Throw-away root", now);
    return new PayPalWebhooks(
        webhookId,
        certificateUrl,
        authority,
        authority.issue(
            "messageverificationcerts.paypal.com",
            new CertificateAuthority.Validity(now.minus(YEAR), now.plus(YEAR))));
  }

  /** The same, signing with another certificate found at another address. */
  public PayPalWebhooks with(IssuedCertificate other, String url) {
    return new PayPalWebhooks(webhookId, url, authority, other);
  }

  public CertificateAuthority authority() {
    return authority;
  }

  /** What the endpoint has to trust. */
  public X509Certificate root() {
    return authority.certificate();
  }

  public String certificateUrl() {
    return certificateUrl;
  }

  /** What a GET of the certificate's address would answer. */
  public String certificatePem() {
    return certificate.pem();
  }

  /** A delivery of an event, with a transmission id of its own. */
  public SignedWebhook sign(ProviderEvent event, Instant at) {
    return sign(event.body(), at);
  }

  /** A delivery of any bytes. */
  public SignedWebhook sign(byte[] body, Instant at) {
    String id = UUID.randomUUID().toString();
    String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return SignedWebhook.json(body)
        .withHeader("PAYPAL-TRANSMISSION-ID", id)
        .withHeader("PAYPAL-TRANSMISSION-TIME", time)
        .withHeader(
            "PAYPAL-TRANSMISSION-SIG",
            certificate.sign(ALGORITHM, signedText(id, time, webhookId, body)))
        .withHeader("PAYPAL-CERT-URL", certificateUrl)
        .withHeader("PAYPAL-AUTH-ALGO", ALGORITHM);
  }

  /** Whether what PayPal is asked to verify was signed here. */
  boolean verify(Transmission sent) {
    return sent.algorithm().equals(ALGORITHM)
        && sent.certificateUrl().equals(certificateUrl)
        && sent.webhookId().equals(webhookId)
        && certificate.made(
            sent.signature(),
            ALGORITHM,
            signedText(sent.id(), sent.time(), sent.webhookId(), sent.body()));
  }

  private static String signedText(String id, String time, String webhookId, byte[] body) {
    CRC32 checksum = new CRC32();
    checksum.update(body);
    return id + "|" + time + "|" + webhookId + "|" + checksum.getValue();
  }
}
