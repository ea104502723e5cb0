package io.octroi.gateway.standardwebhooks;

import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A key of one kind. Its kind alone decides which signatures it is tried on, so that a public key
 * is never taken for an HMAC secret.
 */
sealed interface StandardWebhooksKey {
  /** The label of the signatures that this key can prove. */
  String signatureVersion();

  /** Whether one of {@code signatures}, in Base64, is this key's over {@code parts}. */
  boolean proves(List<String> signatures, byte[]... parts);

  /** The key that a secret holds; empty if it holds none. */
  static Optional<StandardWebhooksKey> of(Secret secret) {
    String text = secret.value().strip();
    if (text.startsWith("whpk_")) {
      return decode(text.substring(5)).flatMap(Ed25519Key::of);
    }
    String base64 = text.startsWith("whsec_") ? text.substring(6) : text;
    return decode(base64).filter(key -> key.length >= HmacKey.MIN_BYTES).map(HmacKey::new);
  }

  private static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code v1}: HMAC-SHA256. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record HmacKey(byte[] key) implements StandardWebhooksKey {
    /** The specification says 24 to 64; some providers issue 16. Less is not a secret. */
    static final int MIN_BYTES = 16;

    @Override
    public String signatureVersion() {
      return "v1";
    }

    @Override
    public boolean proves(List<String> signatures, byte[]... parts) {
      String expected = Base64.getEncoder().encodeToString(Hmac.sha256(key, parts));
      return Hmac.anyEquals(expected, signatures);
    }

    @Override
    public String toString() {
      return "HmacKey";
    }
  }

  /** {@code v1a}: Ed25519. */
  record Ed25519Key(PublicKey key) implements StandardWebhooksKey {
    /** The DER that stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    static Optional<StandardWebhooksKey> of(byte[] raw) {
      if (raw.length != KEY_BYTES) {
        return Optional.empty();
      }
      byte[] encoded = new byte[X509_PREFIX.length + KEY_BYTES];
      System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
      System.arraycopy(raw, 0, encoded, X509_PREFIX.length, KEY_BYTES);
      try {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        return Optional.of(new Ed25519Key(factory.generatePublic(new X509EncodedKeySpec(encoded))));
      } catch (GeneralSecurityException e) {
        return Optional.empty();
      }
    }

    @Override
    public String signatureVersion() {
      return "v1a";
    }

    @Override
    public boolean proves(List<String> signatures, byte[]... parts) {
      return signatures.stream()
          .flatMap(base64 -> decode(base64).stream())
          .filter(signature -> signature.length == SIGNATURE_BYTES)
          .anyMatch(signature -> proves(signature, parts));
    }

    private boolean proves(byte[] signature, byte[]... parts) {
      try {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        for (byte[] part : parts) {
          verifier.update(part);
        }
        return verifier.verify(signature);
      } catch (SignatureException e) {
        return false; // 64 bytes that are no point and scalar
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has Ed25519", e);
      }
    }
  }
}
