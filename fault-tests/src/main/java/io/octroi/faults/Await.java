package io.octroi.faults;

import io.octroi.platform.process.Deadline;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Await {
  private static final Duration LOOK_EACH = Duration.ofMillis(100);

  private Await() {}

  /**
   * Waits until it is so.
   *
   * @throws IllegalStateException saying what was waited for in vain
   */
  static void until(String what, Duration patience, BooleanSupplier condition) {
    Deadline deadline = Deadline.after(patience);
    while (!condition.getAsBoolean()) {
      if (deadline.passed()) {
        throw new IllegalStateException("waited " + patience + " in vain for " + what);
      }
      Deadline.pause(LOOK_EACH);
    }
  }
}
