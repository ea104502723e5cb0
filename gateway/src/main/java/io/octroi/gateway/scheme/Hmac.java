package io.octroi.gateway.scheme;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over bytes. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  /**
   * The code of {@code parts}, one after the other.
   *
   * @param key not empty: anyone can sign with an empty one
   */
  public static byte[] sha256(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Whether one of {@code candidates} is the text {@code expected}, compared in constant time. */
  public static boolean anyEquals(String expected, List<String> candidates) {
    byte[] wanted = expected.getBytes(StandardCharsets.US_ASCII);
    boolean found = false;
    for (String candidate : candidates) {
      found |= MessageDigest.isEqual(wanted, candidate.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }
}
