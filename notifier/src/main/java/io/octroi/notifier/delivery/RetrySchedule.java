package io.octroi.notifier.delivery;

import io.octroi.notifier.delivery.DeliveryOutcome.Cause;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import java.time.Duration;
import java.time.Instant;

/**
 * When to try again: exponential back-off with full jitter, or exactly the wait that the channel
 * asked for.
 *
 * @param firstWindow the first wait is at most this long, each next window twice as long
 * @param longestWindow no window is longer
 * @param maxAttempts how many counted refusals end the retries
 * @param maxAge how long after the first attempt the retries end, whatever the cause
 */
record RetrySchedule(
    Duration firstWindow, Duration longestWindow, int maxAttempts, Duration maxAge) {
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

  /**
   * @param random uniform, from 0 inclusive to 1 exclusive
   */
  Next after(RetryLater outcome, Delivery delivery, Instant now, double random) {
    boolean counted = outcome.cause() == Cause.REFUSED_FOR_NOW;
    if (counted && delivery.countedFailures() + 1 >= maxAttempts) {
      return new GiveUp("attempts_exhausted");
    }
    Duration wait =
        outcome.atLeast().isPositive() ? outcome.atLeast() : jitter(delivery.attempt(), random);
    Instant at = now.plus(wait);
    if (at.isAfter(delivery.firstTriedAt().plus(maxAge))) {
      return new GiveUp("too_old");
    }
    return new TryAt(at, counted);
  }

  private Duration jitter(int attempt, double random) {
    Duration window = firstWindow;
    for (int i = 1; i < attempt && window.compareTo(longestWindow) < 0; i++) {
      window = window.multipliedBy(2);
    }
    window = window.compareTo(longestWindow) < 0 ? window : longestWindow;
    Duration wait = Duration.ofMillis((long) (window.toMillis() * random));
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  /** What comes next. */
  sealed interface Next {}

  /** Another attempt. */
  record TryAt(Instant at, boolean counted) implements Next {}

  /** No further attempt. */
  record GiveUp(String code) implements Next {}
}
