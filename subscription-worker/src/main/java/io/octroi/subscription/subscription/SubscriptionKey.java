package io.octroi.subscription.subscription;

import java.util.Comparator;

/** What a subscription is known by: one customer, one family of plans. */
public record SubscriptionKey(String customerId, String family)
    implements Comparable<SubscriptionKey> {
  private static final Comparator<SubscriptionKey> ORDER =
      Comparator.comparing(SubscriptionKey::customerId).thenComparing(SubscriptionKey::family);

  @Override
  public int compareTo(SubscriptionKey other) {
    return ORDER.compare(this, other);
  }
}
