package io.octroi.payment.stripe;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.translation.PhoneProperties;
import io.octroi.payment.translation.TranslationProperties;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** A translator with the settings of the tests, and webhooks for it. */
final class Stripe {
  private Stripe() {}

  static StripeTranslator translator() {
    return translator(true);
  }

  static StripeTranslator translator(boolean acceptTestMode) {
    return new StripeTranslator(
        new TranslationProperties(
            List.of("customer_id", "user_id"),
            List.of("plan_code", "plan"),
            List.of("language", "locale"),
            List.of("telegram_user_id"),
            new PhoneProperties(List.of("phone"), null),
            Map.of("price_1GoldenYearly", "signaux-yearly"),
            false,
            acceptTestMode,
            65_536));
  }

  static VerifiedWebhook webhook(byte[] body) {
    return new VerifiedWebhook(
        "stripe-main",
        "stripe",
        "evt_1",
        "any",
        "key",
        Instant.EPOCH,
        Instant.EPOCH,
        Provenance.webhook(Trust.SIGNED, "v1"),
        body);
  }

  static VerifiedWebhook webhook(String body) {
    return webhook(body.getBytes(StandardCharsets.UTF_8));
  }

  /** An event around an object; both as JSON without the outer braces' surroundings. */
  static VerifiedWebhook event(String type, String object) {
    return webhook(
        """
        {"id":"evt_1","object":"event","api_version":null,"created":1788000000,"livemode":false,
         "data":{"object":%s},"type":"%s"}
        """
            .replaceFirst("%s", Matcher.quoteReplacement(object))
            .replaceFirst("%s", type));
  }
}
