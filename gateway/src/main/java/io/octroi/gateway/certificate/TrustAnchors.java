package io.octroi.gateway.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The roots under which a signing certificate must have been issued. */
public final class TrustAnchors {
  private final Set<TrustAnchor> anchors;

  private TrustAnchors(Collection<X509Certificate> roots) {
    this.anchors =
        roots.stream()
            .map(root -> new TrustAnchor(root, null))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Those that the Java platform trusts. */
  public static TrustAnchors system() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return new TrustAnchors(
          Arrays.stream(factory.getTrustManagers())
              .filter(X509TrustManager.class::isInstance)
              .map(X509TrustManager.class::cast)
              .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
              .toList());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has roots", e);
    }
  }

  /**
   * These and no others.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TrustAnchors of(List<X509Certificate> roots) {
    if (roots.isEmpty()) {
      throw new IllegalArgumentException("no trust anchor");
    }
    return new TrustAnchors(roots);
  }

  /**
   * Those in a PEM file's bytes.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TrustAnchors ofPem(byte[] pem) {
    return of(Pem.certificates(pem));
  }

  /**
   * Whether a path leads from an anchor to {@code leaf}, each step made by a certificate that may
   * issue others. What came along can serve on the way, never as its beginning.
   *
   * @param others intermediate certificates, and any others
   * @param at when all of them must be valid
   */
  boolean vouchFor(X509Certificate leaf, List<X509Certificate> others, Instant at) {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(leaf);
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
      parameters.setDate(java.util.Date.from(at));
      // Neither provider publishes what a revocation check would need at webhook speed.
      parameters.setRevocationEnabled(false);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
      var _ = CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (CertPathBuilderException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PKIX", e);
    }
  }
}
