package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private final Locale localeBefore = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(localeBefore);
  }

  @ParameterizedTest
  @CsvSource({
    "25000, XOF, 0, 25000 XOF",
    "4900, EUR, 2, 49.00 EUR",
    "12500, KWD, 3, 12.500 KWD",
    "1, EUR, 2, 0.01 EUR",
    "0, JPY, 0, 0 JPY",
  })
  void each_currency_has_its_own_exponent(long units, String code, int exponent, String text) {
    Money money = Money.of(units, code);

    assertThat(money.exponent()).isEqualTo(exponent);
    assertThat(money).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "49.00, EUR, 4900",
    "49, EUR, 4900",
    "49.5, eur, 4950",
    "0.01, EUR, 1",
    "25000, XOF, 25000",
    "25000.00, XOF, 25000",
    "12.5, KWD, 12500",
    "12.345, KWD, 12345",
    "0, EUR, 0",
    "007.10, EUR, 710",
    "999999999999999999, XOF, 999999999999999999",
  })
  void a_decimal_amount_is_read_exactly(String amount, String code, long minorUnits) {
    assertThat(Money.ofDecimal(amount, code)).isEqualTo(Money.of(minorUnits, code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1.00",
        "+1.00",
        "1,50",
        "1.",
        ".5",
        "1e3",
        "0x10",
        "1 000",
        " 1",
        "1 ",
        "1.00\n",
        "NaN",
        "Infinity",
        "1.2.3",
        "٤٩",
        "๔๙",
        "1_000",
        "1000000000000000000",
        "1.000000000000"
      })
  void a_text_that_is_no_plain_decimal_is_refused(String amount) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.ofDecimal(amount, "XOF"));
  }

  @ParameterizedTest
  @CsvSource({"49.001, EUR", "0.5, XOF", "1.2345, KWD", "999999999999999999, EUR"})
  void an_amount_that_the_minor_unit_cannot_hold_is_refused(String amount, String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.ofDecimal(amount, code));
  }

  @Test
  void a_negative_amount_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(-1, "EUR"));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(Long.MIN_VALUE, "EUR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XAU", "XTS", "EURO", "", "ZZZ", "ЕUR"})
  void a_currency_that_nobody_pays_in_is_refused(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, code));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.ofDecimal("1", code));
  }

  @Test
  void a_sum_that_does_not_fit_is_an_error_and_never_wraps() {
    Money most = Money.of(Long.MAX_VALUE, "EUR");

    assertThat(most.plus(Money.of(0, "EUR"))).isEqualTo(most);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> most.plus(Money.of(1, "EUR")));
  }

  @Test
  void a_difference_stops_at_zero() {
    Money less = Money.of(1, "EUR");
    Money more = Money.of(Long.MAX_VALUE, "EUR");

    assertThat(more.minusOrZero(less)).isEqualTo(Money.of(Long.MAX_VALUE - 1, "EUR"));
    assertThat(less.minusOrZero(more)).isEqualTo(Money.zero(less.currency()));
    assertThat(less.minusOrZero(more).isZero()).isTrue();
    assertThat(less.isZero()).isFalse();
  }

  @Test
  void amounts_of_one_currency_sort_by_size() {
    assertThat(Stream.of(30, 10, 20).map(units -> Money.of(units, "EUR")).sorted())
        .containsExactly(Money.of(10, "EUR"), Money.of(20, "EUR"), Money.of(30, "EUR"));
  }

  @Test
  void amounts_of_two_currencies_never_meet() {
    Money euro = Money.of(1, "EUR");
    Money franc = Money.of(1, "XOF");

    assertThat(euro).isNotEqualTo(franc);
    assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(franc));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.minusOrZero(franc));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.compareTo(franc));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-SA", "th-TH-u-nu-thai", "tr-TR", "fa-IR"})
  void the_machine_s_locale_changes_nothing(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));

    assertThat(Money.ofDecimal("1234.50", "eur")).hasToString("1234.50 EUR");
    assertThat(Money.of(150, "inr")).hasToString("1.50 INR");
  }
}
