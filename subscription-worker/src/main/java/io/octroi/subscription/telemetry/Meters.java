package io.octroi.subscription.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what was committed: a rolled back transaction leaves no trace in the numbers. */
@Component
public final class Meters {
  private final MeterRegistry registry;

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts {@code amount} more; {@code tagValues} in the order of the metric's tags. */
  public void count(SubscriptionMetric metric, int amount, String... tagValues) {
    afterCommit(() -> metric.add(registry, amount, tagValues));
  }

  /** Notes how long something took. */
  public void time(SubscriptionMetric metric, Duration duration, String... tagValues) {
    afterCommit(() -> metric.record(registry, duration, tagValues));
  }

  private static void afterCommit(Runnable measurement) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      measurement.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            measurement.run();
          }
        });
  }
}
