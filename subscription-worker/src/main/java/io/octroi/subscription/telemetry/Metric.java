package io.octroi.subscription.telemetry;

/** Every metric of this worker. Tags have few values, all known beforehand. */
public enum Metric {
  /** Events appended to the outbox; tag {@code type} is the event's record name. */
  EVENTS("octroi.subscription.events"),
  /** Payments taken in whose plan is not configured: somebody paid and is not let in. */
  UNKNOWN_PLANS("octroi.subscription.plans.unknown"),
  /** Payments that arrived when the time they paid for was over. */
  LATE_PAYMENTS("octroi.subscription.payments.late"),
  /** Seconds between when something was due and when it was done; tag {@code kind}. */
  DUE_DELAY("octroi.subscription.due.delay"),
  /** Reminders that were not sent; tag {@code reason}. */
  REMINDERS_DROPPED("octroi.subscription.reminders.dropped"),
  /** Times that somebody's grace was extended because they may not be put out yet. */
  GRACE_EXTENSIONS("octroi.subscription.grace.extensions"),
  /** Members whose time is over and who may not be put out; tag {@code reason}. */
  REMOVALS_WAITING("octroi.subscription.removals.waiting"),
  /** Members put out by a release that two people gave. */
  REMOVALS_RELEASED("octroi.subscription.removals.released"),
  /** Rounds of the clock that failed and will be tried again. */
  CLOCK_FAILURES("octroi.subscription.clock.failures");

  private final String meterName;

  Metric(String meterName) {
    this.meterName = meterName;
  }

  public String meterName() {
    return meterName;
  }
}
