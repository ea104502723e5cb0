package io.octroi.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.payment.translation.Rendered;
import io.octroi.payment.translation.Translation;
import io.octroi.payment.translation.Translation.Nothing;
import io.octroi.payment.translation.Translation.Understood;
import io.octroi.payment.translation.Translation.Unreadable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeTranslatorTest {
  private static final String INTENT =
      """
      {"id":"pi_1","object":"payment_intent","amount":AMOUNT,"amount_received":AMOUNT,
       "currency":"CURRENCY","metadata":{}}
      """;

  private final StripeTranslator translator = Stripe.translator();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "42",
        "\"event\"",
        "{}",
        "{\"object\":\"event\"}",
        "{\"object\":\"event\",\"data\":{\"object\":[]},\"type\":\"charge.refunded\",\"created\":1}",
        "{\"object\":\"event\",\"data\":{\"object\":{}},\"created\":1}",
        "{\"object\":\"event\",\"data\":{\"object\":{}},\"type\":\"x\"}",
        "{\"object\":\"event\",\"data\":{\"object\":{}},\"type\":\"x\",\"created\":\"today\"}",
        "{\"object\":\"event\",\"data\":{\"object\":{}},\"type\":\"x\",\"created\":-1}",
        "{\"object\":\"event\",\"data\":{\"object\":{}},\"type\":\"x\",\"created\":1e18}",
        "{\"object\":\"event\",\"object\":\"event\",\"data\":{\"object\":{}},\"type\":\"x\"}",
        "{\"object\":\"event\",\"data\":{\"object\":{}},\"type\":\"x\",\"created\":1} x"
      })
  void what_is_no_event_is_unreadable_and_poisons_nothing(String body) {
    assertThat(translator.translate(Stripe.webhook(body))).isInstanceOf(Unreadable.class);
  }

  @Test
  void bytes_that_are_no_text_and_depths_without_end_are_unreadable() {
    // Given
    byte[] noText = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
    String deep = "[".repeat(10_000);
    String long_ = "{\"a\":\"" + "x".repeat(70_000) + "\"}";

    // Then
    assertThat(translator.translate(Stripe.webhook(noText))).isInstanceOf(Unreadable.class);
    assertThat(translator.translate(Stripe.webhook(deep))).isInstanceOf(Unreadable.class);
    assertThat(translator.translate(Stripe.webhook(long_))).isEqualTo(new Unreadable("too_large"));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, eur",
    "1e400, eur",
    "1e3, eur",
    "10.5, eur",
    "9223372036854775808, eur",
    "null, eur",
    "true, eur",
    "'\"4900\"', eur",
    "4900, xyz",
    "4900, ''",
    "4900, xau",
    "150, isk",
    "9223372036854775807, mga"
  })
  void an_amount_that_is_none_is_unreadable(String amount, String currency) {
    // Given
    String intent = INTENT.replace("AMOUNT", amount).replace("CURRENCY", currency);

    // When
    Translation meaning = translator.translate(Stripe.event("payment_intent.succeeded", intent));

    // Then
    assertThat(meaning).isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "4900, eur, 49.00 EUR",
    "32000, xof, 32000 XOF",
    "15250, kwd, 15.250 KWD",
    "50000, isk, 500 ISK",
    "700000, ugx, 7000 UGX",
    "5000, mga, 5000.00 MGA",
    "19900, huf, 199.00 HUF",
    "0, usd, 0.00 USD",
    "9223372036854775807, jpy, 9223372036854775807 JPY"
  })
  void amounts_are_read_in_the_currencys_own_unit(String amount, String currency, String money) {
    // Given
    String intent = INTENT.replace("AMOUNT", amount).replace("CURRENCY", currency);

    // When
    Translation meaning = translator.translate(Stripe.event("payment_intent.succeeded", intent));

    // Then
    assertThat(Rendered.of(meaning)).contains("amount=" + money + ",");
  }

  @Test
  void an_object_of_another_kind_than_the_type_promises_is_unreadable() {
    assertThat(
            translator.translate(
                Stripe.event("charge.refunded", "{\"id\":\"pi_1\",\"object\":\"payment_intent\"}")))
        .isEqualTo(new Unreadable("unexpected_object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"pi 1\"", "\"pi_1\\u0000\"", "7", "\"\"", "{}", "{\"id\":7}", "[]"})
  void a_reference_that_is_no_id_is_never_looked_up(String reference) {
    // Given
    String refund =
        """
        {"id":"re_1","object":"refund","amount":1,"currency":"eur","status":"succeeded",
         "payment_intent":REFERENCE}
        """
            .replace("REFERENCE", reference);

    // When
    Translation meaning = translator.translate(Stripe.event("refund.updated", refund));

    // Then
    if (reference.equals("{}")) {
      assertThat(Rendered.of(meaning)).doesNotContain("reference payment");
    } else {
      assertThat(meaning).isEqualTo(new Unreadable("bad_reference"));
    }
  }

  @Test
  void test_mode_can_be_shut_out() {
    // Given
    String intent = INTENT.replace("AMOUNT", "100").replace("CURRENCY", "eur");
    String event = new String(body(intent), StandardCharsets.UTF_8);
    StripeTranslator strict = Stripe.translator(false);

    // Then
    assertThat(strict.translate(Stripe.webhook(event))).isEqualTo(new Nothing("test_mode"));
    assertThat(
            strict.translate(
                Stripe.webhook(event.replace("\"livemode\":false", "\"livemode\":true"))))
        .isInstanceOf(Understood.class);
  }

  @Test
  void metadata_that_looks_like_nothing_says_nothing() {
    // Given
    String intent =
        """
        {"id":"pi_1","object":"payment_intent","amount":100,"amount_received":100,
         "currency":"eur","receipt_email":"not an address",
         "metadata":{"customer_id":"a\\u0000b","plan_code":{"x":1},"language":"français",
                     "telegram_user_id":"-5"}}
        """;

    // When
    Translation meaning = translator.translate(Stripe.event("payment_intent.succeeded", intent));

    // Then
    assertThat(Rendered.of(meaning)).doesNotContain("claimed");
  }

  @Test
  void a_payers_number_is_told_and_a_national_one_is_not_guessed_at() {
    // Given
    String session =
        """
        {"id":"cs_1","object":"checkout.session","amount_total":100,"currency":"eur",
         "payment_status":"paid","customer_details":{"phone":"PHONE"}}
        """;

    // Then
    assertThat(
            Rendered.of(
                translator.translate(
                    Stripe.event(
                        "checkout.session.completed",
                        session.replace("PHONE", "+33 6 12 34 56 78")))))
        .contains("phone +33612345678");
    assertThat(
            Rendered.of(
                translator.translate(
                    Stripe.event(
                        "checkout.session.completed", session.replace("PHONE", "0612345678")))))
        .doesNotContain("phone");
  }

  private static byte[] body(String object) {
    return Stripe.event("payment_intent.succeeded", object).body();
  }
}
