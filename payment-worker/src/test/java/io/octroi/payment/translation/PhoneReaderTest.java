package io.octroi.payment.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PhoneNumber;
import io.octroi.payment.translation.PhoneProperties.Country;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneReaderTest {
  private static final PhoneReader NOWHERE = new PhoneReader(settings(null));
  private static final PhoneReader IN_SENEGAL =
      new PhoneReader(settings(new Country("221", 9, "")));
  private static final PhoneReader IN_FRANCE = new PhoneReader(settings(new Country("33", 9, "0")));

  @ParameterizedTest
  @ValueSource(
      strings = {"+221770000042", "00221770000042", "+221 77 000.00-42", "+221 (77) 000/00 42"})
  void a_number_with_its_calling_code_needs_no_country(String text) {
    assertThat(NOWHERE.typed(text)).map(PhoneNumber::e164).hasValue("+221770000042");
  }

  @ParameterizedTest
  @ValueSource(strings = {"770000042", "0612345678", "221770000042", "", "call me", "+0770000042"})
  void without_a_country_any_other_number_says_nothing(String text) {
    assertThat(NOWHERE.typed(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"77 000 00 42, +221770000042", "770000042, +221770000042"})
  void a_national_number_is_of_the_configured_country(String text, String expected) {
    assertThat(IN_SENEGAL.typed(text)).map(PhoneNumber::e164).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({"06 12 34 56 78, +33612345678", "612345678, +33612345678"})
  void its_trunk_prefix_is_not_part_of_it(String text, String expected) {
    assertThat(IN_FRANCE.typed(text)).map(PhoneNumber::e164).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"77000004", "7700000421", "221770000042", "٧٧٠٠٠٠٠٤٢", "77000004x"})
  void what_is_not_as_long_as_that_countrys_numbers_is_not_guessed_at(String text) {
    assertThat(IN_SENEGAL.typed(text)).isEmpty();
  }

  @Test
  void networks_hand_on_all_digits_without_a_plus() {
    assertThat(PhoneReader.msisdn("237670000042")).map(PhoneNumber::e164).hasValue("+237670000042");
    assertThat(PhoneReader.msisdn("+237670000042"))
        .map(PhoneNumber::e164)
        .hasValue("+237670000042");
    assertThat(PhoneReader.msisdn("670 000 042")).isEmpty();
  }

  private static PhoneProperties settings(@Nullable Country country) {
    return new PhoneProperties(List.of("phone"), country);
  }
}
