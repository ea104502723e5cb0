package io.octroi.contracts;

/** Names of the Kafka topics. A breaking change of a topic's records gets a new version suffix. */
public final class Topics {
  /** Verified webhooks, byte for byte as the provider sent them. */
  public static final String WEBHOOKS = "webhooks.v1";

  private Topics() {}
}
