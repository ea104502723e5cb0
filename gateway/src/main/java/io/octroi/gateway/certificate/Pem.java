package io.octroi.gateway.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates in PEM. */
final class Pem {
  /** A chain has two or three; a bundle of roots a few hundred. */
  private static final int MAX_CERTIFICATES = 1_000;

  private Pem() {}

  /** All certificates, in order; empty if there is none or one cannot be read. */
  static List<X509Certificate> certificates(byte[] pem) {
    try {
      List<X509Certificate> found = new ArrayList<>();
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))) {
        if (certificate instanceof X509Certificate x509) {
          found.add(x509);
        }
      }
      return found.size() > MAX_CERTIFICATES ? List.of() : List.copyOf(found);
    } catch (CertificateException e) {
      return List.of();
    }
  }
}
