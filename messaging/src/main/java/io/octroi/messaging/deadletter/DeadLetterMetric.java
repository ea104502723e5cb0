package io.octroi.messaging.deadletter;

import static io.octroi.operations.telemetry.Definition.age;
import static io.octroi.operations.telemetry.Definition.gauge;

import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;

/** What a worker shows of its dead letters. */
@SuppressWarnings("ImmutableEnumChecker") // a definition is
public enum DeadLetterMetric implements Metric {
  COUNT(
      gauge("octroi.dead_letters")
          .by(Label.of("state", "waiting", "redriven", "parked"))
          .means("Dead letters that have not come to an end.")
          .whenItMoves("Somebody's payment may hang on each: `bin/octroi dead-letters list`.")),
  OLDEST_AGE(
      age("octroi.dead_letters.oldest.age")
          .means("Since the oldest of them failed first; 0 without one.")
          .whenItMoves("Nobody has decided about it."));

  private final Definition definition;

  DeadLetterMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
