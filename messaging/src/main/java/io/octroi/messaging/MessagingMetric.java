package io.octroi.messaging;

import static io.octroi.operations.telemetry.Definition.age;
import static io.octroi.operations.telemetry.Definition.counter;
import static io.octroi.operations.telemetry.Definition.gauge;
import static io.octroi.operations.telemetry.Definition.timer;

import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;
import java.time.Duration;

/** What a worker shows of what it reads and writes. */
@SuppressWarnings("ImmutableEnumChecker") // a definition is
public enum MessagingMetric implements Metric {
  RECORDS_HANDLED(
      counter("octroi.records.handled")
          .by(Label.TOPIC, Label.GROUP)
          .means("Records handled and committed.")
          .whenItMoves("Nothing although records come: the worker stands still.")),
  RECORDS_DELAY(
      timer(
              "octroi.records.delay",
              Duration.ofMillis(100),
              Duration.ofSeconds(1),
              Duration.ofSeconds(5),
              Duration.ofSeconds(60),
              Duration.ofMinutes(5))
          .by(Label.TOPIC, Label.GROUP)
          .means("From when a record was written to the broker until it was handled.")
          .whenItMoves("The worker is or was behind; see its lag, its database, its CPU.")),
  RECORDS_DEAD_LETTERED(
      counter("octroi.records.dead_lettered")
          .by(
              Label.TOPIC,
              Label.GROUP,
              Label.open("reason", "a reason code of the worker, or a database's SQLSTATE"))
          .means("Records that cannot be handled and were put aside.")
          .whenItMoves("Read one: `bin/octroi dead-letters list`.")),
  BATCHES_DELAYED(
      counter("octroi.batches.delayed")
          .by(Label.TOPIC)
          .means("Batches that wait because the database or the broker is away.")
          .whenItMoves("Nothing is lost; bring back what is away.")),
  OUTBOX_PUBLISHED(
      counter("octroi.outbox.published")
          .by(Label.TOPIC)
          .means("Outbox rows that the broker acknowledged.")
          .whenItMoves(
              "Nothing while `octroi.state.oldest.age` of `outbox.unpublished` grows: the broker is"
                  + " away.")),
  CONSUMER_LAG(
      gauge("octroi.consumer.lag")
          .by(Label.TOPIC, Label.GROUP)
          .means("Records that the group has not read; every instance shows the whole group's.")
          .whenItMoves("Grows without end: the worker is too slow or stands still.")),
  CONSUMER_LAG_AGE(
      age("octroi.consumer.lag.age")
          .by(Label.TOPIC, Label.GROUP)
          .means(
              "For how long the oldest of them has waited, as far as this process has watched;"
                  + " 0 with nothing to read.")
          .whenItMoves("Above 60 s the promise is broken: see the runbook of ConsumerBehind."));

  private final Definition definition;

  MessagingMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
