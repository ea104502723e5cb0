package io.octroi.platform.twilio;

import io.octroi.platform.provider.Hmac;
import io.octroi.platform.provider.SignedWebhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Signs status callbacks as Twilio does: HMAC-SHA1 over the address and the sorted fields. */
public final class TwilioWebhooks {
  private TwilioWebhooks() {}

  /**
   * A delivery of these fields.
   *
   * @param publicUrl the address as Twilio knows it, whatever proxies stand before the endpoint
   */
  public static SignedWebhook sign(
      SequencedMap<String, String> fields, String publicUrl, String authToken) {
    StringBuilder signed = new StringBuilder(publicUrl);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return SignedWebhook.post(
            "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))
        .withHeader(
            "X-Twilio-Signature",
            Hmac.base64("HmacSHA1", authToken, signed.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
