package io.octroi.gateway.scheme;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC over bytes. */
public final class Hmac {
  /** One of each algorithm, to be copied: asking the platform for one takes as long as using it. */
  private static final Map<String, Mac> UNUSED = new ConcurrentHashMap<>();

  private Hmac() {}

  /** The code of {@code parts} by SHA-256, see {@link #of}. */
  public static byte[] sha256(byte[] key, byte[]... parts) {
    return of("HmacSHA256", key, parts);
  }

  /**
   * The code of {@code parts}, one after the other.
   *
   * @param algorithm as the Java platform calls it: HmacSHA1, HmacSHA256, HmacSHA512
   * @param key not empty: anyone can sign with an empty one
   */
  public static byte[] of(String algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = (Mac) UNUSED.computeIfAbsent(algorithm, Hmac::chosen).clone();
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException | CloneNotSupportedException e) {
      throw unavailable(algorithm, e);
    }
  }

  /** Of the provider that the platform prefers, and of no other later. */
  private static Mac chosen(String algorithm) {
    try {
      return Mac.getInstance(algorithm, Mac.getInstance(algorithm).getProvider());
    } catch (GeneralSecurityException e) {
      throw unavailable(algorithm, e);
    }
  }

  private static IllegalStateException unavailable(String algorithm, Exception cause) {
    return new IllegalStateException("every Java platform has " + algorithm, cause);
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
