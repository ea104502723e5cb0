package io.octroi.payment.hyperpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.payment.translation.MalformedEventException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ResultClassTest {

  static Stream<Arguments> vectors() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ResultClassTest.class.getResourceAsStream("/vectors/hyperpay_result_codes.json"))) {
      return JsonMapper.builder()
          .build()
          .readTree(file)
          .path("cases")
          .valueStream()
          .map(c -> Arguments.of(c.path("code").stringValue(), c.path("outcome").stringValue()))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_result_code_has_the_class_of_the_first_rule_that_claims_it(String code, String outcome) {
    if (outcome.equals("malformed")) {
      assertThatThrownBy(() -> ResultClass.of(code)).isInstanceOf(MalformedEventException.class);
    } else {
      assertThat(ResultClass.of(code).name().toLowerCase(Locale.ROOT)).isEqualTo(outcome);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "000.000", "000.000.0000", "x00.000.000", " 000.000.000", "٠٠٠.000.000"})
  void what_is_no_result_code_has_no_class(String code) {
    assertThatThrownBy(() -> ResultClass.of(code)).isInstanceOf(MalformedEventException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "900.100.300, true",
    "000.400.030, true",
    "000.200.000, true",
    "800.400.500, true",
    "999.999.999, true",
    "000.000.000, false",
    "000.400.000, false",
    "800.100.153, false"
  })
  void an_outcome_that_is_not_the_end_is_asked_about(String code, boolean open) {
    assertThat(ResultClass.isOpen(code)).isEqualTo(open);
  }
}
