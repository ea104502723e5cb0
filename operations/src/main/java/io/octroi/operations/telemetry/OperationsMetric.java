package io.octroi.operations.telemetry;

import static io.octroi.operations.telemetry.Definition.age;
import static io.octroi.operations.telemetry.Definition.counter;
import static io.octroi.operations.telemetry.Definition.gauge;

/** What services show of what waits, and of the settings that Secrets Manager keeps. */
@SuppressWarnings("ImmutableEnumChecker") // a definition is
public enum OperationsMetric implements Metric {
  FINDINGS_OPEN(
      gauge("octroi.findings.open")
          .by(Label.open("condition", "a condition of docs/operations.md"))
          .means("Findings that are open or acknowledged.")
          .whenItMoves("Something needs a person: `bin/octroi findings list`.")),
  FINDINGS_OLDEST_AGE(
      age("octroi.findings.oldest.age")
          .by(Label.open("condition", "a condition of docs/operations.md"))
          .means("Age of the oldest of them.")
          .whenItMoves("Nobody has looked for that long.")),
  STATE_OLDEST_AGE(
      age("octroi.state.oldest.age")
          .by(Label.open("state", "a state of docs/operations.md"))
          .means("For how long the oldest has been in a state that is not its last.")
          .whenItMoves(
              "Over the state's budget it is a finding. `outbox.unpublished` is the outbox' age:"
                  + " the broker does not acknowledge.")),
  SECRET_REFRESH_FAILURES(
      counter("octroi.secrets.refresh.failures")
          .by(Label.open("setting", "a setting of docs/operations.md that has a secret"))
          .means("Attempts to load a setting's secret again that failed; the last value stays.")
          .whenItMoves("Secrets Manager is away, or the secret is gone or of no use."));

  private final Definition definition;

  OperationsMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
