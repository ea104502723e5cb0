package io.octroi.payment.telemetry;

/** The meters of this worker. Tags have few values: no id is ever one. */
public enum PaymentMetric {
  /** Counter: webhooks taken into the ledger; tags {@code provider}, {@code outcome}. */
  WEBHOOKS("octroi.payment.webhooks"),
  /** Counter: webhooks that were in the ledger already, byte for byte; tag {@code provider}. */
  DUPLICATES("octroi.payment.duplicates"),
  /** Counter: the same event id with other bytes; tag {@code provider}. Any is an alarm. */
  CONFLICTS("octroi.payment.conflicts"),
  /** Counter: events handed to the outbox; tag {@code type}. */
  PUBLISHED("octroi.payment.published"),
  /** Counter: payments that turned out to be one with another. */
  MERGED("octroi.payment.merged"),
  /** Gauge: paid payments of which nobody knows the customer or the plan. */
  UNASSIGNED("octroi.payment.unassigned"),
  /** Gauge: webhooks whose payment has not been heard of. */
  UNMATCHED("octroi.payment.unmatched"),
  /** Counter: calls of providers' APIs; tags {@code provider}, {@code outcome}. */
  API_CALLS("octroi.payment.api.calls"),
  /** Gauge: 1 while calls of an endpoint's API are held back; tag {@code endpoint}. */
  API_CIRCUIT("octroi.payment.api.circuit.open"),
  /** Gauge: seconds since the oldest open inquiry was first to be asked; tag {@code provider}. */
  OLDEST_INQUIRY("octroi.payment.inquiries.oldest.age"),
  /** Gauge: inquiries, up to 10,000; tag {@code state}. */
  INQUIRIES("octroi.payment.inquiries"),
  /** Gauge: seconds since the time up to which everything is known; tag {@code endpoint}. */
  WATERMARK_AGE("octroi.payment.watermark.age"),
  /** Counter: times a provider was asked what happened; tags {@code endpoint}, {@code outcome}. */
  POLLS("octroi.payment.polls"),
  /** Counter: events that no webhook had told of; tag {@code endpoint}. */
  BACKFILLED("octroi.payment.backfilled");

  /** Who the webhook is from. */
  public static final String TAG_PROVIDER = "provider";

  /** How something stands. */
  public static final String TAG_STATE = "state";

  /** The configured name of a webhook endpoint. */
  public static final String TAG_ENDPOINT = "endpoint";

  /** What became of the webhook, or of the poll. */
  public static final String TAG_OUTCOME = "outcome";

  /** The event's CloudEvents type. */
  public static final String TAG_TYPE = "type";

  private final String meterName;

  PaymentMetric(String meterName) {
    this.meterName = meterName;
  }

  public String meterName() {
    return meterName;
  }
}
