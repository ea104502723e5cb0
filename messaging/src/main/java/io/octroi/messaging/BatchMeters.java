package io.octroi.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts what became of records.
 *
 * @param machine the machine's own clock, by which producers date records, also where the worker's
 *     clock has been moved
 */
record BatchMeters(MeterRegistry registry, Clock machine) {

  void handled(List<Inbound> batch, String group) {
    String topic = batch.getFirst().topic();
    MessagingMetric.RECORDS_HANDLED.add(registry, batch.size(), topic, group);
    Instant now = machine.instant();
    List<Duration> delays =
        batch.stream()
            .map(inbound -> Instant.ofEpochMilli(inbound.message().timestamp()))
            .map(written -> Duration.between(written, now))
            .toList();
    MessagingMetric.RECORDS_DELAY.recordAll(registry, delays, topic, group);
  }

  void deadLettered(Inbound inbound, String group, String reason) {
    MessagingMetric.RECORDS_DEAD_LETTERED.count(registry, inbound.topic(), group, reason);
  }

  void delayed(List<Inbound> batch) {
    MessagingMetric.BATCHES_DELAYED.count(registry, batch.getFirst().topic());
  }
}
