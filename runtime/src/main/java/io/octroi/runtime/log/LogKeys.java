package io.octroi.runtime.log;

/**
 * The keys of log lines, one vocabulary for all services. A key that is not here, or whose value
 * has not the shape that {@link Fields} gives it, is masked: no body, no secret, nothing that names
 * or reaches a person has a key.
 */
public final class LogKeys {
  /** What a delivery does, such as {@code email} or {@code telegram.removal}. */
  public static final String ACTION = "action";

  /** Whether what was found was also changed. */
  public static final String APPLIED = "applied";

  /** Number of an attempt, from 1. */
  public static final String ATTEMPT = "attempt";

  /** Our id of an operator's call, as the audit log has it. */
  public static final String CALL_ID = "call_id";

  /** Id of a Telegram chat of ours. */
  public static final String CHAT = "chat_id";

  /** A comparison of records, by its name. */
  public static final String CHECK = "check";

  /** Short reason code, such as {@code smtp_550} or {@code blocked}. */
  public static final String CODE = "code";

  /** How many. */
  public static final String COUNT = "count";

  /** Our id of a delivery. */
  public static final String DELIVERY = "delivery_id";

  /** How many differences of which kind. */
  public static final String DIFFERENCES = "differences";

  /** Whether an operator only asked what would happen. */
  public static final String DRY_RUN = "dry_run";

  /** The configured name of an endpoint. */
  public static final String ENDPOINT = "endpoint";

  /** The class of an exception; its message could quote what must not be logged. */
  public static final String ERROR = "error";

  /** The provider's own id of an event whose signature held. */
  public static final String EVENT_ID = "event_id";

  /** The provider's name of what happened. */
  public static final String EVENT_TYPE = "event_type";

  /** How many subscriptions the clock ended. */
  public static final String EXPIRED = "expired";

  /** How many of them failed. */
  public static final String FAILED = "failed";

  /** A family of plans. */
  public static final String FAMILY = "family";

  /** How many findings a comparison made. */
  public static final String FINDINGS = "findings";

  /** A group of consumers. */
  public static final String GROUP = "group";

  /** Our id of another payment that stands for the first one. */
  public static final String INTO_PAYMENT_ID = "into_payment_id";

  /** Kind of a notification, such as {@code reminder}. */
  public static final String KIND = "kind";

  /** How many records were compared. */
  public static final String LOOKED_AT = "looked_at";

  /** The method of an operator's call. */
  public static final String METHOD = "method";

  /** Our id of a notification. */
  public static final String NOTIFICATION = "notification_id";

  /** Offset of a record in its partition. */
  public static final String OFFSET = "offset";

  /** An operator's configured name. */
  public static final String OPERATOR = "operator";

  /** Partition of a topic. */
  public static final String PARTITION = "partition";

  /** Our id of a payment. */
  public static final String PAYMENT_ID = "payment_id";

  /** What was paid for, as the payment names it. */
  public static final String PLAN_CODE = "plan_code";

  /** Whose webhook it is, such as {@code stripe}. */
  public static final String PROVIDER = "provider";

  /** Why, as a stable code or the class of an exception. */
  public static final String REASON = "reason";

  /** Our id of a rebuild. */
  public static final String REBUILD_ID = "rebuild_id";

  /** Where a record was read from: topic, partition and offset. */
  public static final String RECORD = "record";

  /** How many quarantined webhooks were published. */
  public static final String REDEEMED = "redeemed";

  /** Our id of a release. */
  public static final String RELEASE_ID = "release_id";

  /** How many reminders were due. */
  public static final String REMINDED = "reminded";

  /** Which door an operator used: the route, and none of the ids in the path. */
  public static final String ROUTE = "route";

  /** Id of a secret in Secrets Manager. */
  public static final String SECRET = "secret";

  /** The labels of the secrets in use, the current one first. */
  public static final String SECRET_VERSIONS = "secret_versions";

  /** Names of settings. */
  public static final String SETTINGS = "settings";

  /** Why, in an operator's own words; numbers, addresses and secrets in them are masked. */
  public static final String STATED_REASON = "stated_reason";

  /** The status of an answer over HTTP. */
  public static final String STATUS = "status";

  /** Our id of a subscription. */
  public static final String SUBSCRIPTION_ID = "subscription_id";

  /** A topic of the broker. */
  public static final String TOPIC = "topic";

  /** The trace that an operator's call is part of. */
  public static final String TRACE_ID = "trace_id";

  private LogKeys() {}
}
