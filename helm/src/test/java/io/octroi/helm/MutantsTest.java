package io.octroi.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Breaks one line of the chart for each rule, and demands that the rule sees it. */
class MutantsTest {

  /**
   * @param file of the chart
   * @param setup with which it is rendered
   */
  record Mutant(String rule, String file, String replace, String by, Setup setup) {
    static Mutant of(JsonNode written) {
      return new Mutant(
          written.path("rule").asString(),
          written.path("file").asString(),
          written.path("replace").asString(),
          written.path("by").asString(),
          Setup.valueOf(written.path("values").asString("EVERYTHING")));
    }

    @Override
    public String toString() {
      return rule + " by " + file;
    }
  }

  @BeforeAll
  static void requireHelm() {
    Chart.requireHelm();
  }

  static Stream<Mutant> mutants() {
    return Yaml.read(Path.of("src/test/resources/mutants.yaml")).valueStream().map(Mutant::of);
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void a_rule_sees_what_breaks_it(Mutant mutant, @TempDir Path workspace) {
    Chart copy = Chart.OURS.copyTo(workspace);
    String text = copy.text(mutant.file());
    assertThat(text).contains(mutant.replace());
    copy.write(mutant.file(), text.replace(mutant.replace(), mutant.by()));

    Rendered rendered = copy.render(mutant.setup().toValues());

    Rule rule =
        Rule.all().stream().filter(r -> r.name().equals(mutant.rule())).findFirst().orElseThrow();
    assertThat(rule.brokenBy(rendered)).isNotEmpty();
  }

  @Test
  void every_rule_has_a_mutant() {
    assertThat(mutants().map(Mutant::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(Rule.all().stream().map(Rule::name).toList());
  }
}
