package io.octroi.gateway.testing;

import io.octroi.gateway.certificate.CertificateSource;
import io.octroi.gateway.certificate.CertificateTrust;
import io.octroi.gateway.certificate.TrustAnchors;
import io.octroi.gateway.cinetpay.CinetPayScheme;
import io.octroi.gateway.flutterwave.FlutterwaveScheme;
import io.octroi.gateway.generic.GenericScheme;
import io.octroi.gateway.hyperpay.HyperPayScheme;
import io.octroi.gateway.mtnmomo.MtnMomoScheme;
import io.octroi.gateway.orangemoney.OrangeMoneyScheme;
import io.octroi.gateway.paypal.PayPalScheme;
import io.octroi.gateway.paystack.PaystackScheme;
import io.octroi.gateway.scheme.SchemeSettings;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.WebhookScheme;
import io.octroi.gateway.sns.SnsScheme;
import io.octroi.gateway.standardwebhooks.StandardWebhooksScheme;
import io.octroi.gateway.stripe.StripeScheme;
import io.octroi.gateway.telegram.TelegramScheme;
import io.octroi.gateway.twilio.TwilioScheme;
import io.octroi.gateway.wave.WaveScheme;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The scheme that a vector file is about. */
public final class Schemes {
  private Schemes() {}

  public static WebhookScheme of(Vector vector) {
    SchemeSettings settings = settings(vector);
    return switch (vector.file()) {
      case "stripe" -> StripeScheme.definition().create().apply(settings);
      case "standard_webhooks" -> StandardWebhooksScheme.definition().create().apply(settings);
      case "generic_hmac" -> GenericScheme.definition().create().apply(settings);
      case "hyperpay" -> HyperPayScheme.definition().create().apply(settings);
      case "wave" -> WaveScheme.definition().create().apply(settings);
      case "paystack" -> PaystackScheme.definition().create().apply(settings);
      case "flutterwave" -> FlutterwaveScheme.definition().create().apply(settings);
      case "cinetpay" -> CinetPayScheme.definition().create().apply(settings);
      case "mtn_momo" -> MtnMomoScheme.definition().create().apply(settings);
      case "orange_money" -> OrangeMoneyScheme.definition().create().apply(settings);
      case "telegram" -> TelegramScheme.definition().create().apply(settings);
      case "twilio" -> TwilioScheme.definition().create().apply(settings);
      case "paypal" -> PayPalScheme.definition(trust(vector)).create().apply(settings);
      case "aws_sns" -> SnsScheme.definition(trust(vector)).create().apply(settings);
      default -> throw new IllegalArgumentException(vector.file());
    };
  }

  private static SchemeSettings settings(Vector vector) {
    Map<String, String> options =
        vector.file().equals("aws_sns")
            ? Map.of("topic-arns", "arn:aws:sns:eu-west-1:111122223333:ses-feedback")
            : Map.of();
    return new SchemeSettings(Tolerance.DEFAULT, vector.profile(), options);
  }

  private static CertificateTrust trust(Vector vector) {
    Map<String, String> responses = vector.certificateResponses();
    return new CertificateTrust(
        url -> {
          String pem = responses.get(url.toString());
          if (pem == null) {
            throw new AssertionError("requested " + url);
          }
          return pem.isEmpty()
              ? new CertificateSource.Fetch.Unavailable()
              : new CertificateSource.Fetch.Found(pem.getBytes(StandardCharsets.US_ASCII));
        },
        TrustAnchors.ofPem(vector.trustAnchors().getBytes(StandardCharsets.US_ASCII)));
  }
}
