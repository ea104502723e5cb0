package io.octroi.ops;

import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** docs/metrics.md, as the code has it. */
final class CataloguePage {
  private static final String HEAD =
      """
      # Metrics

      Written by `mvn -pl ops test -Dtest=CatalogueTest -Doctroi.docs.write=true` from the services' enums; the build fails where they differ.

      Each service shows its metrics on its management port at `/actuator/prometheus`; alert rules and dashboards are in [ops](../ops). With `OCTROI_OTLP_METRICS=true` they are pushed over OTLP as well, to `OCTROI_OTLP_METRICS_URL` (`http://127.0.0.1:4318/v1/metrics`), each `management.otlp.metrics.export.step` (1m).

      Names are Micrometer's; beside them what Prometheus calls them. Counters begin again with the process. Timers are in seconds and count times up to their bounds (`_bucket{le="…"}`). No tag ever holds the id of a customer, a payment, an event or an account.
      """;

  private CataloguePage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    Catalogue.byService()
        .forEach((service, metrics) -> {
          page.append("\n## ").append(service).append("\n\n");
          page.append("| metric | in Prometheus | tags | what | when it moves |\n");
          page.append("|---|---|---|---|---|\n");
          for (Metric metric : metrics) {
            page.append(row(metric.definition())).append('\n');
          }
        });
    return page.toString();
  }

  private static String row(Definition metric) {
    return "| `"
        + metric.name()
        + "` "
        + metric.kind().name().toLowerCase(Locale.ROOT)
        + " | `"
        + Catalogue.prometheusName(metric)
        + "`"
        + bounds(metric)
        + " | "
        + metric.labels().stream().map(CataloguePage::tag).collect(Collectors.joining("; "))
        + " | "
        + metric.meaning()
        + " | "
        + metric.whenItMoves()
        + " |";
  }

  private static String bounds(Definition metric) {
    return metric.buckets().isEmpty()
        ? ""
        : " up to "
            + metric.buckets().stream()
                .map(CataloguePage::seconds)
                .collect(Collectors.joining(", "))
            + " s";
  }

  private static String seconds(Duration bound) {
    String text = Double.toString(bound.toMillis() / 1000.0);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String tag(Label label) {
    return "`"
        + label.key()
        + "`: "
        + (label.values().isEmpty()
            ? label.meaning()
            : label.values().stream().map(v -> "`" + v + "`").collect(Collectors.joining(", ")));
  }
}
