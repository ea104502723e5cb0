package io.octroi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DashboardsTest {
  private static final Pattern RECORD = Pattern.compile("- record: (\\S+)");

  static List<Path> dashboards() {
    return Repository.files(Repository.OPS.resolve("grafana"), ".json");
  }

  @Test
  void there_is_one_of_each() {
    assertThat(dashboards())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "octroi-membership.json",
            "octroi-overview.json",
            "octroi-webhook.json",
            "octroi-workers.json");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void a_dashboard_can_be_loaded_anywhere(Path file) {
    JsonNode dashboard = read(file);
    assertThat(dashboard.path("uid").asString() + ".json").isEqualTo(file.getFileName().toString());
    assertThat(dashboard.path("schemaVersion").asInt()).isEqualTo(39);
    assertThat(dashboard.path("title").asString()).startsWith("Octroi: ");
    assertThat(dashboard.path("tags").values()).extracting(JsonNode::asString).contains("octroi");
    JsonNode source = dashboard.path("templating").path("list").path(0);
    assertThat(source.path("name").asString()).isEqualTo("datasource");
    assertThat(source.path("type").asString()).isEqualTo("datasource");
    assertThat(source.path("query").asString()).isEqualTo("prometheus");
    assertThat(panels(dashboard).map(panel -> panel.path("id").asInt()).toList())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void every_panel_has_a_unit_explains_itself_and_asks_for_what_there_is(Path file) {
    Set<String> recorded =
        Repository.files(Repository.OPS.resolve("prometheus/rules"), ".yaml").stream()
            .flatMap(rules -> RECORD.matcher(Repository.read(rules)).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    panels(read(file))
        .forEach(panel -> {
          String title = panel.path("title").asString();
          assertThat(title).isNotEmpty();
          assertThat(panel.path("description").asString()).as(title).isNotEmpty();
          assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString())
              .as(title)
              .isNotEmpty();
          assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("${datasource}");
          assertThat(panel.path("targets").values()).as(title).isNotEmpty();
          panel
              .path("targets")
              .values()
              .forEach(target -> Series.exist(target.path("expr").asString(), recorded));
        });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void every_link_to_a_runbook_leads_to_one(Path file) {
    List<String> links =
        panels(read(file))
            .flatMap(panel -> panel.path("links").values().stream())
            .map(link -> link.path("url").asString())
            .toList();
    assertThat(links)
        .isNotEmpty()
        .allSatisfy(link ->
            assertThat(Repository.ROOT.resolve(link.replace("${repository}/", "")))
                .isRegularFile());
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void no_panel_lies_on_another(Path file) {
    List<JsonNode> places = panels(read(file)).map(panel -> panel.path("gridPos")).toList();
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        assertThat(overlap(places.get(i), places.get(j))).as("panels %d and %d", i, j).isFalse();
      }
      assertThat(at(places.get(i), "x") + at(places.get(i), "w")).isLessThanOrEqualTo(24);
    }
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return at(one, "x") < at(other, "x") + at(other, "w")
        && at(other, "x") < at(one, "x") + at(one, "w")
        && at(one, "y") < at(other, "y") + at(other, "h")
        && at(other, "y") < at(one, "y") + at(one, "h");
  }

  private static int at(JsonNode place, String key) {
    return place.path(key).asInt();
  }

  private static Stream<JsonNode> panels(JsonNode dashboard) {
    return dashboard.path("panels").values().stream();
  }

  private static JsonNode read(Path file) {
    return JsonMapper.shared().readTree(Repository.read(file));
  }
}
