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
