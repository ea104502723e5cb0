package io.octroi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RulesTest {
  private static final Path PROMETHEUS = Repository.OPS.resolve("prometheus");

  private record Rule(Map<String, Object> yaml) {
    String name() {
      return text("alert");
    }

    String text(String key) {
      return String.valueOf(yaml.getOrDefault(key, ""));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String key) {
      return (Map<String, Object>) yaml.getOrDefault(key, Map.of());
    }
  }

  @Test
  void every_series_that_a_rule_asks_for_is_in_the_catalogue_or_recorded() {
    Set<String> recorded = rules().map(rule -> rule.text("record")).collect(Collectors.toSet());
    rules().forEach(rule -> Series.exist(rule.text("expr"), recorded));
  }

  @Test
  void every_alert_says_how_grave_it_is_what_it_is_and_where_its_runbook_is() {
    alerts()
        .forEach(alert -> {
          assertThat(alert.map("labels").get("severity")).as(alert.name()).isIn("page", "ticket");
          assertThat(alert.map("annotations"))
              .containsKeys("summary", "description", "runbook_url");
          String runbook = String.valueOf(alert.map("annotations").get("runbook_url"));
          assertThat(runbook).isEqualTo("ops/runbooks/" + alert.name() + ".md");
          assertThat(Repository.ROOT.resolve(runbook)).isRegularFile();
          assertThat(Repository.read(Repository.ROOT.resolve(runbook)))
              .startsWith("# " + alert.name() + "\n")
              .contains("\n## Look\n", "\n## Do\n", "bin/octroi ");
        });
  }

  @Test
  void every_runbook_belongs_to_an_alert() {
    assertThat(
            Repository.files(Repository.OPS.resolve("runbooks"), ".md").stream()
                .map(file -> file.getFileName().toString().replace(".md", "")))
        .containsExactlyInAnyOrderElementsOf(alerts().map(Rule::name).toList());
  }

  @Test
  void every_alert_is_tested_to_fire_and_not_to_fire() {
    List<String> tests =
        Repository.files(PROMETHEUS.resolve("tests"), ".yaml").stream()
            .flatMap(file -> list(yaml(file), "tests").stream())
            .map(test -> String.valueOf(test.get("name")))
            .toList();
    List<String> names = alerts().map(Rule::name).toList();
    assertThat(tests)
        .doesNotHaveDuplicates()
        .allMatch(test -> names.contains(test.replaceAll(" .*", "")))
        .containsAll(
            names.stream()
                .flatMap(name -> Stream.of(name + " fires", name + " does not fire"))
                .toList());
  }

  private static Stream<Rule> alerts() {
    return rules().filter(rule -> !rule.name().isEmpty());
  }

  private static Stream<Rule> rules() {
    return Repository.files(PROMETHEUS.resolve("rules"), ".yaml").stream()
        .flatMap(file -> list(yaml(file), "groups").stream())
        .flatMap(group -> list(group, "rules").stream())
        .map(Rule::new);
  }

  private static Map<String, Object> yaml(Path file) {
    assertThat(Files.exists(file)).isTrue();
    return new Yaml().load(Repository.read(file));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
    return (List<Map<String, Object>>) parent.getOrDefault(key, List.of());
  }
}
