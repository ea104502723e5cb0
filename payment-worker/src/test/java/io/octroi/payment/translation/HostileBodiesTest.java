package io.octroi.payment.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.Seeds;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a body holds, a translator answers and never rounds, guesses or throws. */
class HostileBodiesTest {
  private static final String[] AMOUNTS = {
    "\"-1\"",
    "-1",
    "1e400",
    "\"1e400\"",
    "1e999999999",
    "\"NaN\"",
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"1.23456\"",
    "1.23456",
    "9223372036854775808",
    "\"99999999999999999999\"",
    "\" 5\"",
    "\"5,00\"",
    "\"0x10\""
  };

  static Stream<Arguments> amounts() {
    return Stream.of(
            Arguments.of("paypal", "PAYMENT.CAPTURE.COMPLETED", "\"19.90\""),
            Arguments.of("paypal", "PAYMENT.SALE.COMPLETED", "\"19.90\""),
            Arguments.of("hyperpay", "PAYMENT.debit", "\"99.50\""),
            Arguments.of("wave", "checkout.session.completed", "\"7500\""),
            Arguments.of("cinetpay", "fetched.payment.accepted", "\"6500\""),
            Arguments.of("flutterwave", "charge.completed.v3", "45.5"),
            Arguments.of("flutterwave", "charge.completed.v4", "12000"),
            Arguments.of("paystack", "charge.success", "25050"),
            Arguments.of("mtn_momo", "fetched.payment.successful", "\"9000\""),
            Arguments.of("orange_money", "fetched.order.success", "8000"))
        .flatMap(sample ->
            Stream.of(AMOUNTS)
                .map(amount ->
                    Arguments.of(sample.get()[0], sample.get()[1], sample.get()[2], amount)));
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void an_amount_that_is_none_is_unreadable(
      String provider, String name, String genuine, String amount) {
    // Given
    VerifiedWebhook sample = Providers.sample(provider, name);
    String body = new String(sample.body(), StandardCharsets.UTF_8);

    // When
    Translation meaning =
        Providers.translator(provider)
            .translate(with(sample, body.replaceFirst(": " + genuine, ": " + amount)));

    // Then
    assertThat(meaning).isInstanceOf(Unreadable.class);
  }

  static Stream<Arguments> translators() {
    return Providers.all(Providers.settings(true)).stream()
        .filter(translator -> !translator.provider().equals("stripe"))
        .flatMap(translator ->
            Seeds.fresh(3).mapToObj(seed -> Arguments.of(translator.provider(), seed)));
  }

  @ParameterizedTest
  @MethodSource("translators")
  void bytes_out_of_place_never_throw(String provider, long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    Translator translator = Providers.translator(provider);

    // Then
    Providers.samples(provider)
        .forEach(name -> {
          VerifiedWebhook sample = Providers.sample(provider, name);
          for (int i = 0; i < 40; i++) {
            byte[] body = sample.body().clone();
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
              body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            VerifiedWebhook broken = with(sample, body);
            assertThat(translator.translate(broken)).as(Seeds.label(seed)).isNotNull();
            assertThat(translator.inquiry(weak(broken))).as(Seeds.label(seed)).isNotNull();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("translators")
  void what_is_no_event_means_nothing_to_anyone(String provider, long seed) {
    Translator translator = Providers.translator(provider);
    for (String body :
        new String[] {
          "",
          "{",
          "null",
          "[]",
          "42",
          "{}",
          "{\"data\":[]}",
          "[".repeat(5_000),
          "{\"type\":7,\"event\":[],\"payload\":\"\",\"data\":1,\"resource\":null}"
        }) {
      for (String type : new String[] {"any", "fetched.payment", "fetched.capture", "fetched.x"}) {
        Provenance provenance =
            type.startsWith("fetched.")
                ? Provenance.fetched(Origin.BACKFILL)
                : Provenance.webhook(Trust.SIGNED, "v1");
        assertThat(
                translator.translate(
                    Providers.webhook(
                        provider, type, provenance, body.getBytes(StandardCharsets.UTF_8))))
            .isInstanceOfAny(Unreadable.class, Nothing.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("translators")
  void what_cannot_be_believed_tells_no_facts(String provider, long seed) {
    Providers.samples(provider)
        .forEach(name ->
            assertThat(
                    Providers.translator(provider)
                        .translate(weak(Providers.sample(provider, name))))
                .as(name)
                .isInstanceOf(Nothing.class));
  }

  @ParameterizedTest
  @MethodSource("translators")
  void a_believable_end_asks_nothing_more(String provider, long seed) {
    Providers.samples(provider)
        .filter(name -> name.startsWith("fetched."))
        .forEach(name ->
            assertThat(Providers.translator(provider).inquiry(Providers.sample(provider, name)))
                .as(name)
                .isEqualTo(Optional.empty()));
  }

  private static VerifiedWebhook weak(VerifiedWebhook webhook) {
    return Providers.webhook(
        webhook.provider(),
        webhook.eventType(),
        Provenance.webhook(Trust.WEAK, "v1"),
        webhook.body());
  }

  private static VerifiedWebhook with(VerifiedWebhook webhook, String body) {
    return with(webhook, body.getBytes(StandardCharsets.UTF_8));
  }

  private static VerifiedWebhook with(VerifiedWebhook webhook, byte[] body) {
    return Providers.webhook(webhook.provider(), webhook.eventType(), webhook.provenance(), body);
  }
}
