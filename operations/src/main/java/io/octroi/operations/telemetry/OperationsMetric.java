package io.octroi.operations.telemetry;

/** Names and tags of this module's metrics. */
public enum OperationsMetric {
  /** Gauge: findings that are open or acknowledged. Tag {@code condition}. */
  FINDINGS_OPEN("octroi.findings.open"),
  /** Gauge, seconds: age of the oldest of them. Tag {@code condition}. */
  FINDINGS_OLDEST_AGE("octroi.findings.oldest.age"),
  /** Gauge, seconds: for how long the oldest has been in a state. Tag {@code state}. */
  STATE_OLDEST_AGE("octroi.state.oldest.age");

  private final String metricName;

  OperationsMetric(String metricName) {
    this.metricName = metricName;
  }

  public String metricName() {
    return metricName;
  }
}
