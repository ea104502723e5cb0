package io.octroi.platform.paystack;

import io.octroi.platform.provider.Hmac;
import io.octroi.platform.provider.SignedWebhook;

/** Signs deliveries as Paystack does: HMAC-SHA512 over the body with the API's secret key. */
public final class PaystackWebhooks {
  private PaystackWebhooks() {}

  public static SignedWebhook sign(byte[] body, String secretKey) {
    return SignedWebhook.json(body)
        .withHeader("x-paystack-signature", Hmac.hex("HmacSHA512", secretKey, body));
  }
}
