package io.octroi.payment.telemetry;

/** The keys under which this worker's log messages carry their values; one spelling each. */
public final class LogKeys {
  /** Name of the webhook endpoint. */
  public static final String ENDPOINT = "endpoint";

  /** The provider's id of the event. */
  public static final String EVENT_ID = "event_id";

  /** The provider's name of what happened. */
  public static final String EVENT_TYPE = "event_type";

  /** Whose webhook it is, such as {@code stripe}. */
  public static final String PROVIDER = "provider";

  /** A stable code of why. */
  public static final String REASON = "reason";

  /** Our id of a payment. */
  public static final String PAYMENT_ID = "payment_id";

  /** Our id of another payment that stands for the first one. */
  public static final String INTO_PAYMENT_ID = "into_payment_id";

  /** Where a record was read from: topic, partition and offset. */
  public static final String RECORD = "record";

  /** How many. */
  public static final String COUNT = "count";

  private LogKeys() {}
}
