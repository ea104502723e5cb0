package io.octroi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @Test
  void a_number_that_can_be_dialled_from_everywhere_is_read() {
    assertThat(PhoneNumber.parse("+221770000042")).map(PhoneNumber::e164).hasValue("+221770000042");
    assertThat(PhoneNumber.parse("+123456789012345")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "770000042",
        "00221770000042",
        "+0770000042",
        "+221 77 000 00 42",
        "+123456",
        "+1234567890123456",
        "+22177000004x",
        "+221770000042\n",
        "+٢٢١٧٧٠٠٠٠٠٤٢"
      })
  void anything_else_is_not(String text) {
    assertThat(PhoneNumber.parse(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhoneNumber(text))
        .withMessage("not a number in the form of E.164");
  }

  @Test
  void it_is_shown_by_its_last_digits_only() {
    PhoneNumber number = new PhoneNumber("+221770000042");

    assertThat(number.masked()).isEqualTo("***042");
    assertThat(number.toString()).doesNotContain("042");
  }
}
