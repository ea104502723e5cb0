package io.octroi.walks;

import io.octroi.payment.cinetpay.CinetPayTranslator;
import io.octroi.payment.flutterwave.FlutterwaveTranslator;
import io.octroi.payment.hyperpay.HyperPayTranslator;
import io.octroi.payment.mtnmomo.MtnMomoTranslator;
import io.octroi.payment.orangemoney.OrangeMoneyTranslator;
import io.octroi.payment.paypal.PayPalTranslator;
import io.octroi.payment.paystack.PaystackTranslator;
import io.octroi.payment.stripe.StripeTranslator;
import io.octroi.payment.translation.PhoneProperties;
import io.octroi.payment.translation.TranslationProperties;
import io.octroi.payment.translation.Translators;
import io.octroi.payment.wave.WaveTranslator;
import java.util.List;
import java.util.Map;

/** The translators of all providers, as they are set by default. */
final class Translation {
  private static final TranslationProperties SETTINGS =
      new TranslationProperties(
          List.of("customer_id", "user_id"),
          List.of("plan_code", "plan"),
          List.of("language", "locale"),
          List.of("telegram_user_id"),
          new PhoneProperties(List.of("phone"), null),
          Map.of(),
          false,
          true,
          1_048_576);

  static final Translators TRANSLATORS =
      new Translators(
          List.of(
              new StripeTranslator(SETTINGS),
              new PayPalTranslator(SETTINGS),
              new HyperPayTranslator(SETTINGS),
              new WaveTranslator(SETTINGS),
              new CinetPayTranslator(SETTINGS),
              new FlutterwaveTranslator(SETTINGS),
              new PaystackTranslator(SETTINGS),
              new MtnMomoTranslator(SETTINGS),
              new OrangeMoneyTranslator(SETTINGS)));

  private Translation() {}
}
