package io.octroi.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Requests at times that were decided before, whether or not those before them are answered: a
 * provider does not wait either. Latency counts from the time that was meant, so that an answer
 * that is late makes those behind it late, too.
 */
public final class OpenLoop implements Pace {
  private static final long SECOND = 1_000_000_000L;

  private final long[] offsets;
  private long start;
  private int next;

  private OpenLoop(long[] offsets) {
    this.offsets = offsets;
  }

  /** Evenly spread. */
  public static OpenLoop constant(int perSecond, Duration duration) {
    return new OpenLoop(evenly(perSecond, duration));
  }

  /**
   * Evenly spread, and so many more at one moment, again and again.
   *
   * @param every time between two bursts, and before the first
   * @param size requests of a burst
   */
  public static OpenLoop bursts(int perSecond, Duration duration, Duration every, int size) {
    LongStream bursts =
        LongStream.range(1, duration.dividedBy(every) + 1)
            .map(burst -> burst * every.toNanos())
            .filter(at -> at < duration.toNanos())
            .flatMap(at -> LongStream.generate(() -> at).limit(size));
    return new OpenLoop(
        LongStream.concat(Arrays.stream(evenly(perSecond, duration)), bursts).sorted().toArray());
  }

  private static long[] evenly(int perSecond, Duration duration) {
    long requests = duration.toNanos() * perSecond / SECOND;
    return LongStream.range(0, requests).map(request -> request * SECOND / perSecond).toArray();
  }

  /** When each request is meant to be sent, in nanoseconds after the begin. */
  long[] offsets() {
    return offsets.clone();
  }

  @Override
  public void begin(long now) {
    start = now;
  }

  @Override
  public long due(long now) {
    return next == offsets.length ? ENDED : start + offsets[next];
  }

  @Override
  public void sent() {
    next++;
  }
}
