package io.octroi.notifier.delivery;

import io.octroi.notifier.payment.PaymentState;
import io.octroi.notifier.subscription.SubscriptionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest that is known of what a notification is about.
 *
 * @param subscription for a notification about a subscription
 * @param payment for a notification about a payment alone
 * @param paidSince whether the customer has paid anything since
 * @param openUntil for a notification about a payment alone: until when its customer has what was
 *     paid for; absent where they do not
 */
public record Known(
    @Nullable SubscriptionState subscription,
    @Nullable PaymentState payment,
    boolean paidSince,
    @Nullable Instant openUntil) {

  /** What is known of a subscription. */
  public static Known of(SubscriptionState subscription) {
    return new Known(subscription, null, false, null);
  }
}
