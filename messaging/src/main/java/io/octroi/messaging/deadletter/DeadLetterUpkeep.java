package io.octroi.messaging.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;

/** Shows how many dead letters wait, and forgets what ended long ago. */
class DeadLetterUpkeep implements MeterBinder {
  private final DeadLetterTable letters;
  private final DeadLetterProperties settings;

  DeadLetterUpkeep(DeadLetterTable letters, DeadLetterProperties settings) {
    this.letters = letters;
    this.settings = settings;
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    for (String state : List.of("waiting", "redriven", "parked")) {
      Gauge.builder(DeadLetterMetric.COUNT.metricName(), letters, l -> l.count(state))
          .tag("state", state)
          .register(metrics);
    }
    Gauge.builder(
            DeadLetterMetric.OLDEST_AGE.metricName(),
            letters,
            l -> l.oldestAge().toMillis() / 1000.0)
        .baseUnit("seconds")
        .register(metrics);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void prune() {
    letters.prune(settings.retention());
  }
}
