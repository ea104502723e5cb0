package io.octroi.notifier.intake;

import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired.Reason;

/** An event with the trace it belongs to. */
record Incoming(SubscriptionEvent event, String traceparent) {

  /** Whether access is over because a payment went back. */
  boolean isReversal() {
    return event instanceof SubscriptionExpired expired
        && expired.reason() == Reason.PAYMENT_REVERSED;
  }
}
