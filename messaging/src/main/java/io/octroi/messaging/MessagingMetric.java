package io.octroi.messaging;

/** Names and tags of this module's metrics. */
public enum MessagingMetric {
  /** Counter: records handled and committed. Tags {@code topic}, {@code group}. */
  RECORDS_HANDLED("octroi.records.handled"),
  /** Counter: records put aside. Tags {@code topic}, {@code group}, {@code reason}. */
  RECORDS_DEAD_LETTERED("octroi.records.dead_lettered"),
  /** Counter: batches that wait because the database or the broker is away. Tag {@code topic}. */
  BATCHES_DELAYED("octroi.batches.delayed"),
  /** Counter: outbox rows that the broker acknowledged. Tag {@code topic}. */
  OUTBOX_PUBLISHED("octroi.outbox.published");

  private final String metricName;

  MessagingMetric(String metricName) {
    this.metricName = metricName;
  }

  public String metricName() {
    return metricName;
  }
}
