package io.octroi.gateway.testing;

import io.octroi.gateway.generic.GenericScheme;
import io.octroi.gateway.scheme.SchemeSettings;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.WebhookScheme;
import io.octroi.gateway.standardwebhooks.StandardWebhooksScheme;
import io.octroi.gateway.stripe.StripeScheme;

/** The scheme that a vector file is about. */
public final class Schemes {
  private Schemes() {}

  public static WebhookScheme of(Vector vector) {
    SchemeSettings settings = new SchemeSettings(Tolerance.DEFAULT, vector.profile());
    return switch (vector.file()) {
      case "stripe" -> StripeScheme.definition().create().apply(settings);
      case "standard_webhooks" -> StandardWebhooksScheme.definition().create().apply(settings);
      case "generic_hmac" -> GenericScheme.definition().create().apply(settings);
      default -> throw new IllegalArgumentException(vector.file());
    };
  }
}
