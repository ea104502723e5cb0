package io.octroi.payment.api;

import java.time.Duration;
import java.time.Instant;

/** Lets calls through at an even pace, and a few seconds' worth of them at once. */
final class CallRate {
  private static final Duration BURST = Duration.ofSeconds(5);

  private final Duration interval;
  private Instant next = Instant.MIN;

  CallRate(int callsPerMinute) {
    this.interval = Duration.ofMinutes(1).dividedBy(callsPerMinute);
  }

  /** How long to wait; zero lets this one through. */
  synchronized Duration wait(Instant now) {
    Instant earliest = now.minus(BURST);
    Instant slot = next.isBefore(earliest) ? earliest : next;
    if (slot.isAfter(now)) {
      return Duration.between(now, slot);
    }
    next = slot.plus(interval);
    return Duration.ZERO;
  }
}
