package io.octroi.bench.load;

import java.time.Instant;

/** Moments as everything here counts them: microseconds since 1970, as databases have them. */
public final class EpochMicros {
  private static final long SECOND = 1_000_000;

  private EpochMicros() {}

  public static long of(Instant moment) {
    return moment.getEpochSecond() * SECOND + moment.getNano() / 1_000;
  }
}
