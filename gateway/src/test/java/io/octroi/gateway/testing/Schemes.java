package io.octroi.gateway.testing;

import io.octroi.gateway.cinetpay.CinetPayScheme;
import io.octroi.gateway.flutterwave.FlutterwaveScheme;
import io.octroi.gateway.generic.GenericScheme;
import io.octroi.gateway.hyperpay.HyperPayScheme;
import io.octroi.gateway.paystack.PaystackScheme;
import io.octroi.gateway.scheme.SchemeSettings;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.WebhookScheme;
import io.octroi.gateway.standardwebhooks.StandardWebhooksScheme;
import io.octroi.gateway.stripe.StripeScheme;
import io.octroi.gateway.wave.WaveScheme;

/** The scheme that a vector file is about. */
public final class Schemes {
  private Schemes() {}

  public static WebhookScheme of(Vector vector) {
    SchemeSettings settings = new SchemeSettings(Tolerance.DEFAULT, vector.profile());
    return switch (vector.file()) {
      case "stripe" -> StripeScheme.definition().create().apply(settings);
      case "standard_webhooks" -> StandardWebhooksScheme.definition().create().apply(settings);
      case "generic_hmac" -> GenericScheme.definition().create().apply(settings);
      case "hyperpay" -> HyperPayScheme.definition().create().apply(settings);
      case "wave" -> WaveScheme.definition().create().apply(settings);
      case "paystack" -> PaystackScheme.definition().create().apply(settings);
      case "flutterwave" -> FlutterwaveScheme.definition().create().apply(settings);
      case "cinetpay" -> CinetPayScheme.definition().create().apply(settings);
      default -> throw new IllegalArgumentException(vector.file());
    };
  }
}
