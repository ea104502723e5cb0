package io.octroi.notifier.wording;

import static io.octroi.notifier.NotificationExamples.ENDS_AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Money;
import io.octroi.notifier.NotificationExamples;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.notification.NotificationKind;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
  private static final String NO_BREAK = "\u00a0";
  private static final Link LINK = Link.invitation("https://t.me/+AbC", ENDS_AT);

  private final Wording wording = wording(Map.of("signaux-monthly", "Signaux VIP"));

  @Test
  void a_confirmation_names_plan_amount_and_end_in_french() {
    Letter letter =
        wording.withLinks(
            NotificationExamples.of(NotificationKind.ACTIVATION_CONFIRMED),
            "fr",
            List.of(LINK),
            false);

    assertThat(letter.locale()).isEqualTo(Locale.FRENCH);
    assertThat(letter.subject()).isEqualTo("Votre accès à Signaux VIP est ouvert");
    assertThat(letter.paragraphs())
        .containsExactly(
            "Nous avons bien reçu votre paiement de 49,00"
                + NO_BREAK
                + "EUR. Votre accès à Signaux VIP est ouvert jusqu’au 21 décembre 2026 à 09:30"
                + " (UTC).");
    assertThat(letter.links()).extracting(Letter.IntroducedLink::url).containsExactly(LINK.url());
  }

  @Test
  void a_confirmation_names_plan_amount_and_end_in_english() {
    Letter letter =
        wording.of(NotificationExamples.of(NotificationKind.RENEWAL_CONFIRMED), "en-GB", null);

    assertThat(letter.subject()).isEqualTo("Your access to Signaux VIP goes on");
    assertThat(letter.paragraphs())
        .containsExactly(
            "We have received your payment of 49.00"
                + NO_BREAK
                + "EUR. Your access to Signaux VIP now goes on until 21 December 2026 at 09:30"
                + " (UTC).");
  }

  @ParameterizedTest
  @EnumSource(
      value = NotificationKind.class,
      names = {"REFUND", "PAYMENT_FAILED", "DISPUTE_OPENED", "DISPUTE_WON", "DISPUTE_LOST"})
  void what_is_told_of_a_payment_says_what_it_means_for_access(NotificationKind kind) {
    Notification told =
        NotificationExamples.ofPayment(kind, Money.of(4900, "EUR"), Money.of(1000, "EUR"));
    for (String language : List.of("fr", "en")) {
      Letter open = wording.of(told, language, ENDS_AT);
      Letter closed = wording.of(told, language, null);

      assertThat(open.asPlainText() + closed.asPlainText()).doesNotContain("{", "}", "'");
      assertThat(open.subject()).contains("Signaux VIP").isEqualTo(closed.subject());
      assertThat(open.paragraphs()).hasSize(2);
      assertThat(open.paragraphs().getFirst())
          .contains("49")
          .isEqualTo(closed.paragraphs().getFirst());
      assertThat(open.paragraphs().getLast()).contains("2026").contains("09:30");
      assertThat(closed.paragraphs().getLast()).doesNotContain("2026");
    }
  }

  @Test
  void a_refund_says_whether_it_is_a_part_or_all() {
    Money paid = Money.of(4900, "EUR");

    assertThat(refund(paid, Money.of(1000, "EUR"))).contains("10.00" + NO_BREAK + "EUR");
    assertThat(refund(paid, paid)).contains("49.00" + NO_BREAK + "EUR").contains("in full");
  }

  private String refund(Money paid, Money refunded) {
    return wording
        .of(NotificationExamples.ofPayment(NotificationKind.REFUND, paid, refunded), "en", null)
        .asPlainText();
  }

  @Test
  void a_failure_of_an_unknown_amount_names_none() {
    Notification failed =
        NotificationExamples.ofPayment(NotificationKind.PAYMENT_FAILED, null, null);

    assertThat(wording.of(failed, "en", null).paragraphs().getFirst())
        .isEqualTo("Your payment for Signaux VIP did not go through. Nothing was taken from you.");
  }

  @ParameterizedTest
  @EnumSource(
      value = NotificationKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"REFUND", "PAYMENT_FAILED", "DISPUTE_OPENED", "DISPUTE_WON", "DISPUTE_LOST"})
  void every_kind_is_worded_in_both_languages(NotificationKind kind) {
    for (String language : List.of("fr", "en")) {
      Letter letter =
          wording.withLinks(NotificationExamples.of(kind), language, List.of(LINK), true);
      Letter late = wording.ofLateLinks(NotificationExamples.of(kind), language, List.of(LINK));

      assertThat(letter.asPlainText() + letter.greeting() + letter.closing())
          .doesNotContain("{", "}", "'");
      assertThat(letter.paragraphs()).hasSize(2);
      assertThat(late.subject()).isNotEqualTo(letter.subject()).contains("Signaux VIP");
    }
  }

  @Test
  void an_end_by_reversal_says_so() {
    Letter letter =
        wording.of(
            NotificationExamples.reversed(NotificationExamples.of(NotificationKind.ACCESS_ENDED)),
            "en",
            null);

    assertThat(letter.asPlainText()).contains("was returned").doesNotContain("come back");
  }

  @ParameterizedTest
  @CsvSource({
    "fr-SN, FRENCH",
    "FR, FRENCH",
    "fr_FR, FRENCH",
    "en-US, ENGLISH",
    "wo, FRENCH",
    "'', FRENCH",
    "'<script>', FRENCH",
    ", FRENCH"
  })
  void the_language_is_the_customers_or_the_default(@Nullable String tag, Language expected) {
    assertThat(Language.of(tag, Language.FRENCH)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          1000000; XOF; en; 1,000,000_XOF
          1000000; XOF; fr; 1\u202f000\u202f000_XOF
          1234; KWD; en; 1.234_KWD
          5; EUR; fr; 0,05_EUR
          """)
  void amounts_have_the_decimals_of_their_currency(
      long minorUnits, String currency, String language, String expected) {
    assertThat(Wording.amount(Money.of(minorUnits, currency), Locale.forLanguageTag(language)))
        .isEqualTo(expected.replace("_", NO_BREAK));
  }

  @Test
  void times_are_told_in_the_configured_zone_by_its_name() {
    WordingProperties properties =
        new WordingProperties(Language.ENGLISH, ZoneId.of("Europe/Paris"), Map.of());
    Wording inParis = new Wording(WordingConfiguration.messages(), properties);

    assertThat(
            inParis
                .of(NotificationExamples.of(NotificationKind.REMINDER), null, null)
                .asPlainText())
        .contains("21 December 2026 at 10:30 (Europe/Paris)")
        .contains("signaux-monthly");
  }

  private static Wording wording(Map<String, String> planNames) {
    return new Wording(
        WordingConfiguration.messages(),
        new WordingProperties(Language.FRENCH, ZoneId.of("UTC"), planNames));
  }
}
