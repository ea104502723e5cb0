package io.octroi.gateway.scheme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/** A secret that the sender shows as it is. It proves who speaks, never what was said. */
public final class SharedToken {
  /** What a header carries without loss. */
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,256}");

  private SharedToken() {}

  /** Whether a secret can be shown in a header, and is one at all. */
  public static boolean canUse(Secret secret) {
    return VISIBLE_ASCII.matcher(secret.value()).matches();
  }

  /** Whether {@code shown} is the secret; the time that takes tells nothing, not even a length. */
  public static boolean matches(Secret secret, String shown) {
    return MessageDigest.isEqual(digest(secret.value()), digest(shown));
  }

  private static byte[] digest(String text) {
    return Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
