package io.octroi.platform.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes over bytes; the key is the UTF-8 of a secret. */
public final class Hmac {
  private Hmac() {}

  /**
   * Lower-case hex.
   *
   * @param algorithm as the JDK names it, such as HmacSHA256
   */
  public static String hex(String algorithm, String secret, byte[]... parts) {
    return HexFormat.of().formatHex(bytes(algorithm, secret, parts));
  }

  public static String base64(String algorithm, String secret, byte[]... parts) {
    return Base64.getEncoder().encodeToString(bytes(algorithm, secret, parts));
  }

  private static byte[] bytes(String algorithm, String secret, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
