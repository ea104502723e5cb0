package io.octroi.messaging.deadletter;

/** Names and tags of the metrics about dead letters. */
public enum DeadLetterMetric {
  /**
   * Gauge: records in a state. Tag {@code state}: {@code waiting}, {@code redriven}, {@code
   * parked}.
   */
  COUNT("octroi.dead_letters"),
  /** Gauge, seconds: since the oldest record failed that is neither settled nor discarded. */
  OLDEST_AGE("octroi.dead_letters.oldest.age");

  private final String metricName;

  DeadLetterMetric(String metricName) {
    this.metricName = metricName;
  }

  public String metricName() {
    return metricName;
  }
}
