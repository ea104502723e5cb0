package io.octroi.operations.finding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.octroi.operations.finding.FindingRows.Unresolved;
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
    this.unresolved =
        MultiGauge.builder(OperationsMetric.FINDINGS_OPEN.metricName()).register(metrics);
    this.oldest =
        MultiGauge.builder(OperationsMetric.FINDINGS_OLDEST_AGE.metricName())
            .baseUnit("seconds")
            .register(metrics);
  }

  /** Counts again. */
  @Scheduled(
      fixedDelayString = "${octroi.operations.findings.refresh-interval:30s}",
      initialDelayString = "${octroi.operations.findings.refresh-interval:30s}")
  void refresh() {
    List<Unresolved> now = findings.unresolved();
    unresolved.register(rows(now, Unresolved::count), true);
    oldest.register(rows(now, u -> age(u).toMillis() / 1000.0), true);
  }

  private Duration age(Unresolved finding) {
    return Duration.between(finding.oldest(), clock.instant());
  }

  private static List<MultiGauge.Row<?>> rows(
      List<Unresolved> findings, ToDoubleFunction<Unresolved> value) {
    return findings.stream()
        .<MultiGauge.Row<?>>map(
            u -> MultiGauge.Row.of(Tags.of("condition", u.condition()), value.applyAsDouble(u)))
        .toList();
  }
}
