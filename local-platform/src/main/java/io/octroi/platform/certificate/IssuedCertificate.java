package io.octroi.platform.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** A certificate with its private key. */
public record IssuedCertificate(PrivateKey key, X509Certificate certificate) {
  /** Certificates as text, one after the other. */
  public static String pem(X509Certificate... certificates) {
    return Arrays.stream(certificates).map(IssuedCertificate::one).collect(Collectors.joining());
  }

  public String pem() {
    return pem(certificate);
  }

  /**
   * A signature in Base64.
   *
   * @param algorithm as the JDK names it, such as SHA256withRSA
   */
  public String sign(String algorithm, String text) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a signature in Base64 was made with this certificate's key. */
  public boolean made(String signature, String algorithm, String text) {
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(certificate);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String one(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "IssuedCertificate[" + certificate.getSubjectX500Principal() + "]";
  }
}
