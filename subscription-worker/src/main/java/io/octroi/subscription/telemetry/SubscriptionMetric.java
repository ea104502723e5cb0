package io.octroi.subscription.telemetry;

import static io.octroi.operations.telemetry.Definition.counter;
import static io.octroi.operations.telemetry.Definition.gauge;
import static io.octroi.operations.telemetry.Definition.timer;

import io.octroi.operations.telemetry.Definition;
import io.octroi.operations.telemetry.Label;
import io.octroi.operations.telemetry.Metric;
import java.time.Duration;

/** Every metric of this worker. Tags have few values, all known beforehand. */
@SuppressWarnings("ImmutableEnumChecker") // a definition is
public enum SubscriptionMetric implements Metric {
  EVENTS(
      counter("octroi.subscription.events")
          .by(
              Label.of(
                  "type",
                  "SubscriptionActivated",
                  "SubscriptionRenewed",
                  "SubscriptionShortened",
                  "SubscriptionAmended",
                  "SubscriptionReminderDue",
                  "SubscriptionExpired"))
          .means("Events appended to the outbox.")
          .whenItMoves("Many `SubscriptionExpired` at once: find out why before it goes on.")),
  PAID_TO_MEMBER(
      timer(
              "octroi.subscription.paid_to_member",
              Duration.ofMillis(500),
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(5),
              Duration.ofHours(1))
          .means(
              "From when the provider says that money was there until its payer was a member, once"
                  + " a payment.")
          .whenItMoves(
              "The provider's webhooks are late, or one of our services is: see the runbook of"
                  + " MembersWait.")),
  UNKNOWN_PLANS(
      counter("octroi.subscription.plans.unknown")
          .means("Payments taken in whose plan is not configured.")
          .whenItMoves("Somebody paid and is not let in: configure the plan.")),
  LATE_PAYMENTS(
      counter("octroi.subscription.payments.late")
          .means("Payments that arrived when the time they paid for was over.")
          .whenItMoves("Somebody paid for nothing; a person makes it good.")),
  DUE_DELAY(
      timer(
              "octroi.subscription.due.delay",
              Duration.ofSeconds(5),
              Duration.ofMinutes(1),
              Duration.ofHours(1),
              Duration.ofDays(1))
          .by(Label.of("kind", "reminder", "expiry"))
          .means("Between when something was due and when it was done.")
          .whenItMoves("The clock is behind, or ends wait for a watermark.")),
  REMINDERS_DROPPED(
      counter("octroi.subscription.reminders.dropped")
          .by(Label.of("reason", "end_passed"))
          .means("Reminders that were not sent.")
          .whenItMoves("The worker stood still for longer than a reminder's notice.")),
  GRACE_EXTENSIONS(
      counter("octroi.subscription.grace.extensions")
          .means("Times that somebody's grace was extended because they may not be put out yet.")
          .whenItMoves("See who stays and why: `bin/octroi findings list`.")),
  REMOVALS_WAITING(
      gauge("octroi.subscription.removals.waiting")
          .by(Label.of("reason", "watermark", "batch", "not_armed"))
          .means("Members whose time is over and who may not be put out.")
          .whenItMoves("`batch` and `not_armed` wait for operators, `watermark` for a provider.")),
  REMOVALS_RELEASED(
      counter("octroi.subscription.removals.released")
          .means("Members put out by a release that two people gave.")
          .whenItMoves("The audit log says who: `bin/octroi audit`.")),
  CLOCK_FAILURES(
      counter("octroi.subscription.clock.failures")
          .means("Rounds of the clock that failed and will be tried again.")
          .whenItMoves("The database is away, or refuses a row."));

  private final Definition definition;

  SubscriptionMetric(Definition definition) {
    this.definition = definition;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
