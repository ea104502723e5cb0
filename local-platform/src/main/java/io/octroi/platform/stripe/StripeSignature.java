package io.octroi.platform.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header that proves who wrote a webhook: HMAC-SHA256 over time, dot and body. */
public final class StripeSignature {
  private StripeSignature() {}

  /**
   * The header's value.
   *
   * @param secrets whole, with their prefix; several while one is being replaced by another
   */
  public static String header(byte[] body, List<String> secrets, Instant at) {
    long seconds = at.getEpochSecond();
    return "t="
        + seconds
        + secrets.stream()
            .map(secret -> ",v1=" + hex(body, secret, seconds))
            .collect(Collectors.joining());
  }

  private static String hex(byte[] body, String secret, long seconds) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
