package io.octroi.platform.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A root that nobody trusts unless told to, and the certificates it issues. RSA with SHA-256. */
public final class CertificateAuthority {
  private static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
  private static final int KEY_BITS = 2048;
  private static final Duration LIFE = Duration.ofDays(3650);

  private final String name;
  private final KeyPair keys;
  private final X509Certificate certificate;
  private final AtomicLong serial = new AtomicLong(4096);

  private CertificateAuthority(String name, Instant now) {
    this.name = name;
    this.keys = newKeys(KEY_BITS);
    this.certificate =
        signed(
            name,
            new Validity(now.minus(LIFE), now.plus(LIFE)),
            keys.getPublic(),
            Extensions.authority());
  }

  /** From when until when a certificate is good. */
  public record Validity(Instant from, Instant to) {}

  /** Good for ten years before and after a time. */
  public static CertificateAuthority create(String name, Instant now) {
    return new CertificateAuthority(name, now);
  }

  /** The root's own certificate: what a verifier has to trust. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Issues a certificate for a name, with that name as its alternative name too. */
  public IssuedCertificate issue(String commonName, Validity validity) {
    return issue(commonName, validity, KEY_BITS);
  }

  /** As {@link #issue(String, Validity)}, with a key as weak as one likes. */
  public IssuedCertificate issue(String commonName, Validity validity, int keyBits) {
    KeyPair own = newKeys(keyBits);
    return new IssuedCertificate(
        own.getPrivate(),
        signed(commonName, validity, own.getPublic(), Extensions.leaf(commonName)));
  }

  private X509Certificate signed(
      String commonName, Validity validity, PublicKey key, byte[] extensions) {
    byte[] algorithm = Der.sequence(Der.oid(SHA256_WITH_RSA), Der.nothing());
    byte[] body =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
            Der.integer(BigInteger.valueOf(serial.incrementAndGet())),
            algorithm,
            distinguished(name),
            Der.sequence(Der.time(validity.from()), Der.time(validity.to())),
            distinguished(commonName),
            key.getEncoded(),
            Der.tagged(0xa3, extensions));
    byte[] whole = Der.sequence(body, algorithm, Der.bits(sign(keys.getPrivate(), body), 0));
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] distinguished(String commonName) {
    return Der.sequence(
        Der.set(Der.sequence(Der.oid("2.5.4.10"), Der.utf8("Throw-away certificates"))),
        Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8(commonName))));
  }

  private static byte[] sign(PrivateKey key, byte[] data) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(data);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 5280, section 4.2.1: constraints, key usage, alternative names. */
  private static final class Extensions {
    private Extensions() {}

    static byte[] authority() {
      byte[] signs = {0x06};
      return Der.sequence(
          critical("2.5.29.19", Der.sequence(Der.isTrue())),
          critical("2.5.29.15", Der.bits(signs, 1)));
    }

    static byte[] leaf(String commonName) {
      byte[] signature = {(byte) 0x80};
      byte[] host = Der.tagged(0x82, commonName.getBytes(StandardCharsets.US_ASCII));
      return Der.sequence(
          critical("2.5.29.19", Der.sequence()),
          critical("2.5.29.15", Der.bits(signature, 7)),
          Der.sequence(Der.oid("2.5.29.17"), Der.octets(Der.sequence(host))));
    }

    private static byte[] critical(String oid, byte[] value) {
      return Der.sequence(Der.oid(oid), Der.isTrue(), Der.octets(value));
    }
  }
}
