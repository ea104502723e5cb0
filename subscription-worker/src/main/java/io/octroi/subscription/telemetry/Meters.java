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

  public void count(Metric metric, int amount) {
    afterCommit(() -> registry.counter(metric.meterName()).increment(amount));
  }

  public void count(Metric metric, String tag, String value, int amount) {
    afterCommit(() -> registry.counter(metric.meterName(), tag, value).increment(amount));
  }

  public void time(Metric metric, String kind, Duration duration) {
    Duration positive = duration.isNegative() ? Duration.ZERO : duration;
    afterCommit(() -> registry.timer(metric.meterName(), "kind", kind).record(positive));
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
