package io.octroi.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemTest {

  @ParameterizedTest
  @EnumSource
  void every_problem_is_json_in_any_locale(Problem problem) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA"));

      JsonNode json = JsonMapper.shared().readTree(problem.json("missing-header"));

      assertThat(json.get("status").intValue()).isEqualTo(problem.status());
      assertThat(json.get("type").stringValue()).startsWith("urn:octroi:problem:");
      assertThat(json.get("reason").stringValue()).isEqualTo("missing-header");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void without_a_reason_there_is_no_member_for_it() {
    assertThat(JsonMapper.shared().readTree(Problem.NOT_FOUND.json("")).has("reason")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND",
    "431, BAD_REQUEST",
    "400, BAD_REQUEST",
    "501, BAD_REQUEST",
    "505, BAD_REQUEST",
    "502, INTERNAL"
  })
  void a_status_from_beneath_has_a_problem(int status, Problem expected) {
    assertThat(Problem.ofStatus(status)).isEqualTo(expected);
  }
}
