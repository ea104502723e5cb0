package io.octroi.subscription.telemetry;

/** The keys of log messages; nothing that names or reaches a person is among them. */
public final class LogKeys {
  /** Our id of a payment. */
  public static final String PAYMENT_ID = "payment_id";

  /** Our id of a subscription. */
  public static final String SUBSCRIPTION_ID = "subscription_id";

  /** What was paid for, as the payment names it. */
  public static final String PLAN_CODE = "plan_code";

  /** How many rows, payments or subscriptions the message is about. */
  public static final String COUNT = "count";

  /** How many subscriptions the clock ended. */
  public static final String EXPIRED = "expired";

  /** Our id of a release. */
  public static final String RELEASE_ID = "release_id";

  /** A family of plans. */
  public static final String FAMILY = "family";

  /** How many reminders were due. */
  public static final String REMINDED = "reminded";

  /** Why, as a stable code. */
  public static final String REASON = "reason";

  private LogKeys() {}
}
