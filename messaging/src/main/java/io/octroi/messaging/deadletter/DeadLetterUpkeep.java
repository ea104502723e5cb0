package io.octroi.messaging.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
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
    for (String state : DeadLetterMetric.COUNT.definition().labels().getFirst().values()) {
      DeadLetterMetric.COUNT.show(metrics, () -> letters.count(state), state);
    }
    DeadLetterMetric.OLDEST_AGE.show(metrics, () -> letters.oldestAge().toMillis() / 1000.0);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void prune() {
    letters.prune(settings.retention());
  }
}
