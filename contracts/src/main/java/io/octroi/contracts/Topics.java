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

  /** What channels say of themselves: Telegram updates, delivery reports; keyed by their object. */
  public static final String CALLBACKS = "callbacks.v1";

  /** Up to when everything is known, per endpoint; keyed by endpoint, the latest one counts. */
  public static final String WATERMARKS = "watermarks.v1";

  /** Requests that were refused and may have been genuine; encrypted, and gone after days. */
  public static final String QUARANTINE = "quarantine.v1";

  private Topics() {}

  /** All of them, those first that a payment passes, in that order. */
  public static List<String> all() {
    return List.of(WEBHOOKS, PAYMENTS, SUBSCRIPTIONS, CALLBACKS, WATERMARKS, QUARANTINE);
  }

  /** Where records of {@code topic} go that the consumer group {@code group} cannot handle. */
  public static String deadLetter(String topic, String group) {
    return topic + "." + group + ".dlt";
  }
}
