package io.octroi.payment.translation;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.cinetpay.CinetPayTranslator;
import io.octroi.payment.flutterwave.FlutterwaveTranslator;
import io.octroi.payment.hyperpay.HyperPayTranslator;
import io.octroi.payment.mtnmomo.MtnMomoTranslator;
import io.octroi.payment.orangemoney.OrangeMoneyTranslator;
import io.octroi.payment.paypal.PayPalTranslator;
import io.octroi.payment.paystack.PaystackTranslator;
import io.octroi.payment.stripe.StripeTranslator;
import io.octroi.payment.wave.WaveTranslator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All translators with the settings of the tests, and golden samples for them. */
final class Providers {
  static final Instant OCCURRED = Instant.parse("2026-10-01T00:00:00Z");

  private static final Map<String, String> ORDERING_KEYS =
      Map.of(
          "mtn_momo", "6f1c2a9e-5b0d-4c3e-9a77-0d6b8f2e4c11",
          "orange_money", "basket-1301",
          "cinetpay", "basket-1401");

  private static final Translators TRANSLATORS = new Translators(all(settings(true)));

  private Providers() {}

  static Translator translator(String provider) {
    return TRANSLATORS.of(provider).orElseThrow();
  }

  static List<Translator> all(TranslationProperties settings) {
    return List.of(
        new StripeTranslator(settings),
        new PayPalTranslator(settings),
        new HyperPayTranslator(settings),
        new WaveTranslator(settings),
        new CinetPayTranslator(settings),
        new FlutterwaveTranslator(settings),
        new PaystackTranslator(settings),
        new MtnMomoTranslator(settings),
        new OrangeMoneyTranslator(settings));
  }

  static TranslationProperties settings(boolean acceptTestMode) {
    return new TranslationProperties(
        List.of("customer_id", "user_id"),
        List.of("plan_code", "plan"),
        List.of("language", "locale"),
        List.of("telegram_user_id"),
        new PhoneProperties(List.of("phone"), null),
        Map.of("price_1GoldenYearly", "signaux-yearly", "PLN_gold", "vip"),
        false,
        acceptTestMode,
        65_536);
  }

  /** A sample as it comes to the translator: signed, or read from the API if its name says so. */
  static VerifiedWebhook sample(String provider, String name) {
    try {
      byte[] body = Files.readAllBytes(directory(provider).resolve(name + ".json"));
      String kind = name.startsWith("fetched.") ? name.split("\\.", 3)[1] : "";
      return kind.isEmpty()
          ? webhook(provider, name, Provenance.webhook(Trust.SIGNED, "v1"), body)
          : webhook(provider, "fetched." + kind, Provenance.fetched(Origin.CONFIRMATION), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static VerifiedWebhook webhook(String provider, String type, Provenance provenance, byte[] body) {
    return new VerifiedWebhook(
        provider + "-main",
        provider,
        "evt_1",
        type,
        ORDERING_KEYS.getOrDefault(provider, "key"),
        OCCURRED,
        OCCURRED,
        provenance,
        body);
  }

  static Stream<String> samples(String provider) {
    try (Stream<Path> files = Files.list(directory(provider))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path directory(String provider) {
    try {
      return Path.of(
          Objects.requireNonNull(Providers.class.getResource("/golden/" + provider)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
