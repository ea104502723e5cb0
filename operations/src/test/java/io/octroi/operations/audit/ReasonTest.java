package io.octroi.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
  @ParameterizedTest
  @CsvSource({
    "told us on the phone, told us on the phone",
    "100% sure, 100% sure",
    "UTF-8''d%C3%A9j%C3%A0%20pay%C3%A9, déjà payé",
    "utf-8''plain, plain",
    "UTF-8''%41, A"
  })
  void a_reason_is_plain_or_encoded(String header, String text) {
    assertThat(Reason.parse(header)).hasValue(new Reason(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "UTF-8''",
        "UTF-8''%",
        "UTF-8''%4",
        "UTF-8''%zz",
        "UTF-8''%FF",
        "UTF-8''caf\u00e9",
        "UTF-8''%00",
        "a\tb\u0007"
      })
  void what_says_nothing_or_cannot_be_read_is_no_reason(String header) {
    assertThat(Reason.parse(header)).isEmpty();
  }

  @Test
  void a_reason_is_bounded() {
    assertThat(Reason.parse("x".repeat(500))).isPresent();
    assertThat(Reason.parse("x".repeat(501))).isEmpty();
  }
}
