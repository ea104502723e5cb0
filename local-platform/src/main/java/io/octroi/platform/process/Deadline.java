package io.octroi.platform.process;

import java.time.Duration;

/**
 * A point on the monotonic clock that waiting must not go beyond; the wall clock may jump
 * meanwhile.
 */
public final class Deadline {
  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  public static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  public boolean passed() {
    return System.nanoTime() - endNanos >= 0;
  }

  /** Zero when passed, never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /**
   * Pauses between two looks at a condition.
   *
   * @throws IllegalStateException when interrupted; the interrupt flag stays set
   */
  public static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
