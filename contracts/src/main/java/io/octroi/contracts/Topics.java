package io.octroi.contracts;

import java.util.List;

/** Names of the Kafka topics. A change that old readers cannot read gets a new version suffix. */
public final class Topics {
  /** Verified webhooks, byte for byte; keyed by the provider's payment or customer object. */
  public static final String WEBHOOKS = "webhooks.v1";

  /** What became of payments and agreements; keyed by customer id. */
  public static final String PAYMENTS = "payments.v1";

  /** What became of subscriptions; keyed by customer id. */
  public static final String SUBSCRIPTIONS = "subscriptions.v1";

  private Topics() {}

  /** The topics that carry data, in the order in which a webhook passes them. */
  public static List<String> all() {
    return List.of(WEBHOOKS, PAYMENTS, SUBSCRIPTIONS);
  }

  /** Where records of {@code topic} go that the consumer group {@code group} cannot handle. */
  public static String deadLetter(String topic, String group) {
    return topic + "." + group + ".dlt";
  }
}
