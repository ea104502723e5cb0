package io.octroi.gateway.quarantine;

import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.source.Source;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under one version of the data key: a fresh nonce, the sealed bytes, the tag. */
final class DataKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SOURCE_BYTES = 8;
  private static final byte[] SOURCE = "source:".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String version;
  private final byte[] key;

  private DataKey(String version, byte[] key) {
    this.version = version;
    this.key = key;
  }

  /** The key that a secret holds, 32 bytes in base64; empty if it holds something else. */
  static Optional<DataKey> of(Secret secret) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.value().strip());
      return key.length == KEY_BYTES
          ? Optional.of(new DataKey(secret.version(), key))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String version() {
    return version;
  }

  /** A name for a source from which nobody without the key finds the address. */
  String nameOf(Source source) {
    byte[] code = Hmac.sha256(key, SOURCE, source.key().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(code, SOURCE_BYTES));
  }

  /**
   * Seals {@code plain}.
   *
   * @param context what it belongs to; it opens with the same only
   */
  byte[] seal(byte[] plain, byte[] context) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Opens what {@link #seal} gave; empty if it was changed or is another key's. */
  Optional<byte[]> open(byte[] sealed, byte[] context) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, context)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
