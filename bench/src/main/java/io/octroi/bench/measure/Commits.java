package io.octroi.bench.measure;

import io.octroi.bench.load.Sendings;
import java.util.Arrays;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** When the rows of a run's events were committed at one station. */
public final class Commits {
  private static final long LONGEST_MICROS = 600_000_000;
  private static final long SECOND = 1_000_000;
  private static final double MICROS = 1_000_000.0;

  private final long[] micros;
  private final long[] sorted;

  Commits(long[] micros) {
    this.micros = micros.clone();
    this.sorted = Arrays.stream(micros).filter(at -> at > 0).sorted().toArray();
  }

  /** How many there are. */
  public long count() {
    return sorted.length;
  }

  /** The last, in microseconds since 1970; 0 where there is none. */
  public long last() {
    return at(count() - 1);
  }

  /**
   * When the row of that place was committed, in microseconds since 1970; 0 where there are fewer.
   *
   * @param place among all rows of the station in the order of their commits, from 0 on
   */
  public long at(long place) {
    return place < 0 || place >= sorted.length ? 0 : sorted[(int) place];
  }

  /** How many were committed by then. */
  public long until(long atMicros) {
    int found = Arrays.binarySearch(sorted, atMicros);
    if (found < 0) {
      return -(found + 1L);
    }
    while (found < sorted.length && sorted[found] == atMicros) {
      found++;
    }
    return found;
  }

  /** A second, between two moments in microseconds since 1970. */
  public double perSecond(long from, long until) {
    return until <= from ? 0 : (until(until) - until(from)) * MICROS / (until - from);
  }

  /** The first after a moment; both in microseconds since 1970. */
  public OptionalLong firstAfter(long fromMicros) {
    return firstAtRate(fromMicros, 1);
  }

  /**
   * The first after a moment that begins a second of so many, itself among them; both in
   * microseconds since 1970. It begins with a commit: a second that ends with a large one is not
   * yet a rate.
   */
  public OptionalLong firstAtRate(long fromMicros, double perSecond) {
    return Arrays.stream(sorted, (int) until(fromMicros), sorted.length)
        .filter(at -> perSecond(at - 1, at - 1 + SECOND) >= perSecond)
        .findFirst();
  }

  /** How long each accepted event took from its POST until then, in microseconds. */
  public Histogram since(Sendings sendings) {
    Histogram times = new Histogram(LONGEST_MICROS, 3);
    for (int number = 0; number < Math.min(sendings.count(), micros.length); number++) {
      if (micros[number] > 0 && sendings.sentMicros(number) > 0) {
        times.recordValue(
            Math.clamp(micros[number] - sendings.sentMicros(number), 0, LONGEST_MICROS));
      }
    }
    return times;
  }
}
