package io.octroi.bench.load;

import java.util.Arrays;

/** When each numbered event of a run was posted, and whether it was accepted. For one thread. */
public final class Sendings {
  private static final long REFUSED = Long.MIN_VALUE;

  private long[] sentMicros = new long[64 * 1024];
  private int count;

  /** Events posted so far; their numbers are 0 up to this one, exclusive. */
  public int count() {
    return count;
  }

  /** When the event was posted, in microseconds since 1970; negative where it was not accepted. */
  public long sentMicros(int number) {
    return sentMicros[number];
  }

  /** The next event's number. */
  int add(long micros) {
    if (count == sentMicros.length) {
      sentMicros = Arrays.copyOf(sentMicros, count * 2);
    }
    sentMicros[count] = micros;
    return count++;
  }

  void refused(int number) {
    sentMicros[number] = REFUSED;
  }
}
