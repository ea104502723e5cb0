package io.octroi.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that make no sense are refused before anything is installed, with what would be right. */
class RefusalsTest {

  /**
   * @param change on top of the values for production
   * @param message part of what is said
   */
  record Refusal(JsonNode change, String message) {
    static Refusal of(JsonNode written) {
      return new Refusal(written.path("values"), written.path("says").asString());
    }

    @Override
    public String toString() {
      return message;
    }
  }

  @BeforeAll
  static void requireHelm() {
    Chart.requireHelm();
  }

  static Stream<Refusal> refusals() {
    return Yaml.read(Path.of("src/test/resources/refusals.yaml")).valueStream().map(Refusal::of);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void wrong_values_are_refused(Refusal refusal) {
    ObjectNode values = Setup.PRODUCTION.toValues();
    Setup.merge(values, refusal.change());

    assertThatThrownBy(() -> Chart.OURS.render(values)).hasMessageContaining(refusal.message());
  }
}
