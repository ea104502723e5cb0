package io.octroi.gateway.telemetry;

import static io.octroi.operations.telemetry.Definition.counter;
import static io.octroi.operations.telemetry.Definition.gauge;
import static io.octroi.operations.telemetry.Definition.timer;

import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;
import java.time.Duration;
import java.util.Arrays;

/** What the gateway shows of webhooks. Every tag has few values: endpoints, versions, reasons. */
@SuppressWarnings("ImmutableEnumChecker") // a definition is
public enum GatewayMetric implements Metric {
  ANSWERS(
      timer(
              "octroi.gateway.answers",
              Duration.ofMillis(50),
              Duration.ofMillis(100),
              Duration.ofMillis(250),
              Duration.ofMillis(500),
              Duration.ofSeconds(1),
              Duration.ofMillis(2_500),
              Duration.ofSeconds(10))
          .by(
              Label.open("endpoint", "a configured endpoint, or `unknown`"),
              Label.of(
                  "outcome",
                  "accepted",
                  "rejected",
                  "limited",
                  "unreadable",
                  "unavailable",
                  "failed",
                  "present"))
          .means(
              "Requests and how long their answers took; `accepted` is a webhook that the broker"
                  + " has acknowledged.")
          .whenItMoves(
              "`unavailable` and `failed` are webhooks that the provider has to send again: see the"
                  + " runbook of WebhooksRefused.")),
  ACCEPTED(
      counter("octroi.gateway.accepted")
          .by(Label.ENDPOINT, Label.open("secret_version", "a version of the endpoint's secret"))
          .means("Webhooks answered with 202, by the secret that proved them.")
          .whenItMoves(
              "While an old version counts, the provider still uses it: `bin/octroi secrets"
                  + " list`.")),
  REJECTED(
      counter("octroi.gateway.rejected")
          .by(
              Label.ENDPOINT,
              Label.of(
                  "reason",
                  Arrays.stream(RejectionReason.values())
                      .map(RejectionReason::wireName)
                      .toArray(String[]::new)))
          .means("Requests that were read and not let in.")
          .whenItMoves(
              "All of an endpoint's: our secret is wrong. Some: somebody tries the door.")),
  LIMITED(
      counter("octroi.gateway.limited")
          .by(Label.ENDPOINT)
          .means("Answers 429 instead of 400, to a source of too many bad signatures.")
          .whenItMoves("One source tries again and again; nothing is lost.")),
  PUBLISH_FAILURES(
      counter("octroi.gateway.publish.failures")
          .by(Label.ENDPOINT)
          .means("Verified webhooks that the broker did not acknowledge.")
          .whenItMoves("The broker is away or refuses; providers send them again.")),
  PUBLISH_REFUSED(
      counter("octroi.gateway.publish.refused")
          .by(Label.ENDPOINT)
          .means("Verified webhooks not even tried: too many under way, or the broker is away.")
          .whenItMoves("As above.")),
  IN_FLIGHT(
      gauge("octroi.gateway.in.flight")
          .means("Webhooks that wait for the broker's acknowledgement now.")
          .whenItMoves("Near `octroi.gateway.publish.max-in-flight` the next ones get 503.")),
  SECRETS_IN_USE(
      gauge("octroi.gateway.secrets.in_use")
          .by(Label.ENDPOINT)
          .means("Versions of the endpoint's secret that are accepted.")
          .whenItMoves(
              "0: the endpoint lets nobody in. 2: a rotation is under way; retire the old one.")),
  SECRET_REFRESH_FAILURES(
      counter("octroi.gateway.secrets.refresh.failures")
          .by(Label.ENDPOINT)
          .means("Attempts to load the endpoint's secrets that failed; the last known stay in use.")
          .whenItMoves("Secrets Manager is away, or the secret is gone or of no use.")),
  QUARANTINED(
      counter("octroi.gateway.quarantine.kept")
          .by(
              Label.ENDPOINT,
              Label.of(
                  "reason",
                  Arrays.stream(RejectionReason.values())
                      .filter(RejectionReason::mayBeGenuine)
                      .map(RejectionReason::wireName)
                      .toArray(String[]::new)))
          .means("Refused requests that were kept, because they may have been genuine.")
          .whenItMoves("`bin/octroi quarantine list`; put the secret right, then redeem them.")),
  QUARANTINE_DROPPED(
      counter("octroi.gateway.quarantine.dropped")
          .by(
              Label.ENDPOINT,
              Label.of(
                  "cause",
                  "no-key",
                  "too-large",
                  "busy",
                  "source-spent",
                  "endpoint-spent",
                  "all-spent",
                  "broker"))
          .means("Refused requests that may have been genuine and were not kept.")
          .whenItMoves("The provider has to send them again, or they are fetched from it.")),
  QUARANTINE_REDEEMED(
      counter("octroi.gateway.quarantine.redeemed")
          .by(Label.ENDPOINT)
          .means("Kept requests that were verified later and published.")
          .whenItMoves("Somebody ran `bin/octroi quarantine redeem`."));

  private final Definition definition;

  GatewayMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
