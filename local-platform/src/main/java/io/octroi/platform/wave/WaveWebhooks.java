package io.octroi.platform.wave;

import io.octroi.platform.provider.Hmac;
import io.octroi.platform.provider.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Signs deliveries as Wave does: HMAC-SHA256 over time and body with nothing between them. */
public final class WaveWebhooks {
  private WaveWebhooks() {}

  /**
   * A delivery.
   *
   * @param secrets whole, with their prefix; several while one is being replaced by another
   */
  public static SignedWebhook sign(byte[] body, List<String> secrets, Instant at) {
    String seconds = Long.toString(at.getEpochSecond());
    byte[] time = seconds.getBytes(StandardCharsets.UTF_8);
    String signatures =
        secrets.stream()
            .map(secret -> ",v1=" + Hmac.hex("HmacSHA256", secret, time, body))
            .collect(Collectors.joining());
    return SignedWebhook.json(body).withHeader("Wave-Signature", "t=" + seconds + signatures);
  }
}
