package io.octroi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The series that a rule or a dashboard may ask for. */
final class Series {
  /** What Prometheus adds to every series of ours. */
  private static final Set<String> TARGET = Set.of("job", "instance");

  /** Of the libraries below us; each is one that the local system's scrape has shown. */
  private static final Map<String, Set<String>> OTHERS =
      Map.of(
          "up", Set.of(),
          "hikaricp_connections_pending", Set.of("pool"),
          "hikaricp_connections_active", Set.of("pool"),
          "hikaricp_connections_max", Set.of("pool"),
          "jvm_memory_used_bytes", Set.of("area", "id"),
          "jvm_memory_max_bytes", Set.of("area", "id"),
          "process_cpu_usage", Set.of(),
          "jvm_gc_pause_seconds_sum", Set.of("action", "cause", "gc"));

  private static final Map<String, Definition> OURS = ours();

  private Series() {}

  /** Demands that an expression asks for nothing that nobody tells. */
  static void exist(String expression, Set<String> recorded) {
    assertThat(PromQl.names(expression))
        .as(expression)
        .allMatch(
            name -> OURS.containsKey(name) || OTHERS.containsKey(name) || recorded.contains(name));
    for (PromQl.Condition condition : PromQl.conditions(expression)) {
      Definition metric = OURS.get(condition.metric());
      if (metric == null) {
        assertThat(condition.tag())
            .as(expression)
            .isIn(union(TARGET, OTHERS.getOrDefault(condition.metric(), Set.of())));
      } else {
        known(metric, condition);
      }
    }
  }

  private static void known(Definition metric, PromQl.Condition condition) {
    if (TARGET.contains(condition.tag())) {
      return;
    }
    if (condition.tag().equals("le")) {
      assertThat(metric.buckets().stream().map(Series::bound)).containsAll(condition.values());
      return;
    }
    Label label =
        metric.labels().stream()
            .filter(l -> l.key().equals(condition.tag()))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError(metric.name() + " has no tag " + condition.tag()));
    if (!label.values().isEmpty()) {
      assertThat(label.values()).as(metric.name()).containsAll(condition.values());
    }
  }

  private static String bound(Duration bound) {
    return Double.toString(bound.toMillis() / 1000.0);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  private static Map<String, Definition> ours() {
    Map<String, Definition> series = new HashMap<>();
    for (Metric metric : Catalogue.all()) {
      List<String> names = Catalogue.series(metric.definition());
      names.forEach(name -> series.put(name, metric.definition()));
    }
    return Map.copyOf(series);
  }
}
