package io.octroi.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          whsec_1                              | whsec_1
          ' whsec_1 '                          | whsec_1
          {"secret":"whsec_1","note":"rotated"} | whsec_1
          """)
  void a_secret_is_stored_plain_or_as_json(String stored, String expected) {
    assertThat(SecretText.read(stored)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}", "{\"secret\":1}", "{\"secret\":\"\"}", "{whsec_1"})
  void what_holds_no_secret_is_unavailable_and_not_quoted(String stored) {
    assertThatThrownBy(() -> SecretText.read(stored))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageNotContaining("whsec_1")
        .hasNoCause();
  }

  @Test
  void one_of_several_values_is_read_by_its_key() {
    String stored = "{\"username\":\"mailer\",\"password\":\" s3cret \"}";

    assertThat(SecretText.read(stored, "username")).isEqualTo("mailer");
    assertThat(SecretText.read(stored, "password")).isEqualTo("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_1", "{}", "[\"whsec_1\"]", "{\"key\":{}}", "{\"key\":\" \"}"})
  void a_key_that_is_not_there_is_named_and_nothing_is_quoted(String stored) {
    assertThatThrownBy(() -> SecretText.read(stored, "key"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageNotContaining("whsec_1")
        .hasNoCause();
  }
}
