package io.octroi.payment.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops calls to an API that fails: after so many failures in a row there are none for a while,
 * then one at a time until one succeeds.
 */
final class Circuit {
  private final int failuresToOpen;
  private final Duration pause;
  private final Clock clock;
  private int failures;
  private Instant closedUntil = Instant.MIN;

  Circuit(int failuresToOpen, Duration pause, Clock clock) {
    this.failuresToOpen = failuresToOpen;
    this.pause = pause;
    this.clock = clock;
  }

  /** How long no call may be made; zero lets this one through. */
  synchronized Duration wait(Instant now) {
    if (failures < failuresToOpen) {
      return Duration.ZERO;
    }
    if (now.isBefore(closedUntil)) {
      return Duration.between(now, closedUntil);
    }
    // Whoever comes next while this one tries waits for what it finds.
    closedUntil = now.plus(pause);
    return Duration.ZERO;
  }

  synchronized void succeeded() {
    failures = 0;
    closedUntil = Instant.MIN;
  }

  synchronized void failed() {
    failures++;
    if (failures >= failuresToOpen) {
      closedUntil = clock.instant().plus(pause);
    }
  }

  synchronized boolean isOpen() {
    return failures >= failuresToOpen;
  }
}
