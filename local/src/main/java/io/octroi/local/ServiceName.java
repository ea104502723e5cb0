package io.octroi.local;

import java.util.List;
import java.util.Locale;

/** The four processes of the product, in the order in which a webhook passes them. */
public enum ServiceName {
  GATEWAY("", ""),
  PAYMENT_WORKER("payments", "payment_worker"),
  SUBSCRIPTION_WORKER("subscriptions", "subscription_worker"),
  NOTIFIER("notifier", "notifier");

  /**
   * How far all stand back for the gateway where they share processors: a webhook that was accepted
   * waits for a worker in the topic, one that was not may never come again.
   */
  static final int STANDING_BACK = 10;

  private final String schema;
  private final String role;

  ServiceName(String schema, String role) {
    this.schema = schema;
    this.role = role;
  }

  /** The services that own a schema. */
  static List<ServiceName> withDatabase() {
    return List.of(PAYMENT_WORKER, SUBSCRIPTION_WORKER, NOTIFIER);
  }

  /** The name of the module and of its jar: {@code payment-worker}. */
  public String artifact() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As of POSIX {@code nice}. */
  int niceness() {
    return this == GATEWAY ? 0 : STANDING_BACK;
  }

  String schema() {
    return schema;
  }

  String role() {
    return role;
  }
}
