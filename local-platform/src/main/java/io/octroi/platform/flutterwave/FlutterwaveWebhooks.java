package io.octroi.platform.flutterwave;

import io.octroi.platform.provider.Hmac;
import io.octroi.platform.provider.SignedWebhook;

/** Signs deliveries as Flutterwave does. */
public final class FlutterwaveWebhooks {
  private FlutterwaveWebhooks() {}

  /** The third API's: the secret hash itself, whatever the body. */
  public static SignedWebhook third(byte[] body, String secretHash) {
    return SignedWebhook.json(body).withHeader("verif-hash", secretHash);
  }

  /** The fourth API's: HMAC-SHA256 over the body. */
  public static SignedWebhook fourth(byte[] body, String secretHash) {
    return SignedWebhook.json(body)
        .withHeader("flutterwave-signature", Hmac.base64("HmacSHA256", secretHash, body));
  }
}
