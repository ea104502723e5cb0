package io.octroi.payment.telemetry;

import static io.octroi.operations.telemetry.Definition.age;
import static io.octroi.operations.telemetry.Definition.counter;
import static io.octroi.operations.telemetry.Definition.gauge;

import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;

/** The metrics of this worker. Tags have few values: no id is ever one. */
@SuppressWarnings("ImmutableEnumChecker") // a definition is
public enum PaymentMetric implements Metric {
  WEBHOOKS(
      counter("octroi.payment.webhooks")
          .by(
              Label.PROVIDER,
              Label.of(
                  "outcome",
                  "applied",
                  "ignored",
                  "unmatched",
                  "unreadable",
                  "no_translator",
                  "awaiting_confirmation",
                  "refuted"))
          .means("Webhooks taken into the ledger, by what became of them.")
          .whenItMoves(
              "`unreadable`: the provider says something new; `bin/octroi ledger list` shows which.")),
  DUPLICATES(
      counter("octroi.payment.duplicates")
          .by(Label.PROVIDER)
          .means("Webhooks that were in the ledger already, byte for byte.")
          .whenItMoves("Harmless; many mean that our answers are late.")),
  CONFLICTS(
      counter("octroi.payment.conflicts")
          .by(Label.PROVIDER)
          .means("The same event id with other bytes; changed nothing.")
          .whenItMoves("A person must look: `bin/octroi ledger conflicts`.")),
  PUBLISHED(
      counter("octroi.payment.published")
          .by(Label.open("type", "a CloudEvents type of payments.v1"))
          .means("Events handed to the outbox.")
          .whenItMoves(
              "As many as there are payments; nothing for long: no webhooks, or none read.")),
  MERGED(
      counter("octroi.payment.merged")
          .means("Payments that turned out to be one with another.")
          .whenItMoves("Usual with providers that name a payment twice.")),
  UNASSIGNED(
      gauge("octroi.payment.unassigned")
          .means("Paid payments of which nobody knows the customer or the plan, up to 10,000.")
          .whenItMoves("Somebody paid and is not in: `bin/octroi payments list --unassigned`.")),
  UNMATCHED(
      gauge("octroi.payment.unmatched")
          .means("Webhooks whose payment has not been heard of, up to 10,000.")
          .whenItMoves("Their payments are missing: see the watermark of the endpoint.")),
  API_CALLS(
      counter("octroi.payment.api.calls")
          .by(Label.PROVIDER, Label.of("outcome", "answered", "unknown", "unavailable", "refused"))
          .means("Calls of providers' APIs.")
          .whenItMoves("`refused`: our credentials are wrong. `unavailable`: the provider is.")),
  API_CIRCUIT(
      gauge("octroi.payment.api.circuit.open")
          .by(Label.ENDPOINT)
          .means("1 while calls of an endpoint's API are held back, else 0.")
          .whenItMoves("The provider's API fails; hints wait and money is not moved by them.")),
  OLDEST_INQUIRY(
      age("octroi.payment.inquiries.oldest.age")
          .by(Label.PROVIDER)
          .means("Since the oldest open inquiry was first to be asked; 0 without one.")
          .whenItMoves("The provider does not answer, and somebody may have paid.")),
  INQUIRIES(
      gauge("octroi.payment.inquiries")
          .by(Label.of("state", "open", "confirmed", "refuted", "unknown", "mismatch", "expired"))
          .means("Inquiries, up to 10,000 of a state.")
          .whenItMoves("`mismatch`: other money came than was asked for; a person decides.")),
  WATERMARK_AGE(
      age("octroi.payment.watermark.age")
          .by(Label.ENDPOINT)
          .means("Since the time up to which everything is known that a provider had to tell.")
          .whenItMoves(
              "Nobody whose time ended since then is put out: `bin/octroi watermarks list`.")),
  POLLS(
      counter("octroi.payment.polls")
          .by(Label.ENDPOINT, Label.of("outcome", "complete", "filling", "failed"))
          .means("Times a provider was asked what happened.")
          .whenItMoves("`failed`: the watermark stays where it is.")),
  BACKFILLED(
      counter("octroi.payment.backfilled")
          .by(Label.ENDPOINT)
          .means("Events that no webhook had told of and that were fetched.")
          .whenItMoves("Webhooks get lost on their way to the gateway."));

  private final Definition definition;

  PaymentMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
