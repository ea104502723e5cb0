package io.octroi.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {

  @BeforeAll
  static void requireHelm() {
    Chart.requireHelm();
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_holds(Setup setup) {
    Rendered rendered = Chart.OURS.render(setup.toValues());

    List<String> violations =
        Rule.all().stream()
            .flatMap(rule -> rule.brokenBy(rendered).stream().map(line -> rule + ": " + line))
            .toList();

    assertThat(violations).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void helm_has_nothing_to_say_against_it(Setup setup, @TempDir Path workspace) {
    LintResult result = Chart.OURS.lint(setup.toValues(), workspace);

    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  @Test
  void the_program_that_migrates_is_there() {
    Path source =
        Path.of("../messaging/src/main/java", JobRules.MIGRATION.replace('.', '/') + ".java");

    assertThat(source).exists();
  }
}
