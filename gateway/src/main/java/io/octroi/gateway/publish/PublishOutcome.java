package io.octroi.gateway.publish;

/** What became of a webhook that was to be published. */
public enum PublishOutcome {
  /** All in-sync replicas of the broker have it. */
  ACKNOWLEDGED,
  /** Not known to be there; it may be, so the provider's next attempt may be a duplicate. */
  FAILED,
  /** Not tried: too many wait already. */
  REFUSED
}
