package io.octroi.gateway.certificate;

import io.octroi.gateway.certificate.CertificateSource.Fetch;
import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.RejectionReason;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The keys behind certificate addresses, of those certificates that hold: within their time, for
 * one of the names, with a key of 2048 bits at least, and issued under one of the roots.
 */
public final class SigningCertificates {
  private final CertificateSource source;
  private final TrustAnchors anchors;

  public SigningCertificates(CertificateSource source, TrustAnchors anchors) {
    this.source = source;
    this.anchors = anchors;
  }

  /**
   * The key of the certificate at {@code url}.
   *
   * @param url an address that the scheme allows; it is requested
   * @param names the subject must be exactly one of them
   * @param at when the certificates must be valid
   */
  public Attempt<PublicKey> key(URI url, Set<String> names, Instant at) {
    return switch (source.fetch(url)) {
      case Fetch.Found(byte[] pem) -> key(Pem.certificates(pem), names, at);
      case Fetch.Unavailable _ -> Attempt.failed(RejectionReason.CERT_UNAVAILABLE);
    };
  }

  private Attempt<PublicKey> key(List<X509Certificate> chain, Set<String> names, Instant at) {
    if (chain.isEmpty()) {
      // A page in the way, or half an answer: the provider's own certificate is still to be had.
      return Attempt.failed(RejectionReason.CERT_UNAVAILABLE);
    }
    X509Certificate leaf = chain.getFirst();
    return LeafCertificate.check(leaf, names, at)
        .then(key ->
            anchors.vouchFor(leaf, chain, at)
                ? Attempt.passed(key)
                : Attempt.failed(RejectionReason.CERT_UNTRUSTED));
  }
}
