package io.octroi.operations.finding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.octroi.operations.finding.FindingRows.Unresolved;
import io.octroi.operations.telemetry.Metric;
import io.octroi.operations.telemetry.OperationsMetric;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;

/** Shows how many findings wait, and for how long, by condition. */
class FindingGauges {
  private final FindingRows findings;
  private final Clock clock;
  private final MultiGauge unresolved;
  private final MultiGauge oldest;

  FindingGauges(FindingRows findings, Clock clock, MeterRegistry metrics) {
    this.findings = findings;
    this.clock = clock;
    this.unresolved = OperationsMetric.FINDINGS_OPEN.rows(metrics);
    this.oldest = OperationsMetric.FINDINGS_OLDEST_AGE.rows(metrics);
  }

  /** Counts again. */
  @Scheduled(
      fixedDelayString = "${octroi.operations.findings.refresh-interval:30s}",
      initialDelayString = "${octroi.operations.findings.refresh-interval:30s}")
  void refresh() {
    List<Unresolved> now = findings.unresolved();
    unresolved.register(rows(OperationsMetric.FINDINGS_OPEN, now, Unresolved::count), true);
    oldest.register(
        rows(OperationsMetric.FINDINGS_OLDEST_AGE, now, u -> age(u).toMillis() / 1000.0), true);
  }

  private Duration age(Unresolved finding) {
    return Duration.between(finding.oldest(), clock.instant());
  }

  private static List<MultiGauge.Row<?>> rows(
      Metric metric, List<Unresolved> findings, ToDoubleFunction<Unresolved> value) {
    return findings.stream()
        .<MultiGauge.Row<?>>map(
            u -> MultiGauge.Row.of(metric.tags(u.condition()), value.applyAsDouble(u)))
        .toList();
  }
}
