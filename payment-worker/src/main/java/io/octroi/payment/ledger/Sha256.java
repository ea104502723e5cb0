package io.octroi.payment.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 hash of a body, as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {

  public static Sha256 of(byte[] body) {
    return ofBytes(digest().digest(body));
  }

  /** The hash that these 32 bytes are. */
  public static Sha256 ofBytes(byte[] hash) {
    return new Sha256(HexFormat.of().formatHex(hash));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
