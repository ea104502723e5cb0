package io.octroi.gateway.telemetry;

/**
 * The keys of the gateway's log lines. What has no key here is not logged: no body, no header, no
 * secret, no address of a caller.
 */
public final class LogKeys {
  /** The configured name of an endpoint. */
  public static final String ENDPOINT = "endpoint";

  /** Why a request was not let in: the wire name of a rejection reason. */
  public static final String REASON = "reason";

  /** The provider's own id of an event whose signature held. */
  public static final String EVENT_ID = "event_id";

  /** The labels of the secrets in use, the current one first. */
  public static final String SECRET_VERSIONS = "secret_versions";

  /** The class of an exception; its message could quote what must not be logged. */
  public static final String ERROR = "error";

  /** How many quarantined webhooks were published. */
  public static final String REDEEMED = "redeemed";

  /** How many of them the broker did not take. */
  public static final String FAILED = "failed";

  private LogKeys() {}
}
