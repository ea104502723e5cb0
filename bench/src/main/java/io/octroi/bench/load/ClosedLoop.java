package io.octroi.bench.load;

import java.time.Duration;
import java.util.function.LongSupplier;

/** On every connection the next request as soon as the one before it is answered. */
public final class ClosedLoop implements Pace {
  private static final long LOOK_AGAIN_NANOS = 200_000;

  private final long nanos;
  private final long most;
  private final LongSupplier room;
  private long end;
  private long sent;

  private ClosedLoop(Duration duration, long most, LongSupplier room) {
    this.nanos = duration.toNanos();
    this.most = most;
    this.room = room;
  }

  /** For so long. */
  public static ClosedLoop during(Duration duration) {
    return new ClosedLoop(duration, Long.MAX_VALUE, () -> Long.MAX_VALUE);
  }

  /** So many requests, and no longer than this. */
  public static ClosedLoop of(long requests, Duration atMost) {
    return new ClosedLoop(atMost, requests, () -> Long.MAX_VALUE);
  }

  /**
   * For so long, and never further ahead than what is measured can follow.
   *
   * @param done how many of this run's requests have had all their effects so far
   * @param inFlight how many more than those may have been sent
   */
  public static ClosedLoop behind(Duration duration, LongSupplier done, long inFlight) {
    return new ClosedLoop(duration, Long.MAX_VALUE, () -> done.getAsLong() + inFlight);
  }

  @Override
  public void begin(long now) {
    end = now + nanos;
  }

  @Override
  public long due(long now) {
    if (now >= end || sent >= most) {
      return ENDED;
    }
    return sent < room.getAsLong() ? now : now + LOOK_AGAIN_NANOS;
  }

  @Override
  public void sent() {
    sent++;
  }
}
