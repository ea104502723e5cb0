package io.octroi.payment.backfill;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of a provider's time.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Window(Instant from, Instant to) {
  /**
   * From a while before the watermark up to what has settled, in whole seconds, of bounded length.
   */
  static Window after(Instant completeUntil, Instant now, BackfillProperties settings) {
    Instant from = completeUntil.minus(settings.overlap()).truncatedTo(ChronoUnit.SECONDS);
    Instant settled = now.minus(settings.settle()).truncatedTo(ChronoUnit.SECONDS);
    Instant longest = completeUntil.plus(settings.maxWindow()).truncatedTo(ChronoUnit.SECONDS);
    return new Window(from, settled.isBefore(longest) ? settled : longest);
  }

  /** The same, from an earlier time on. */
  Window since(Instant earlier) {
    return earlier.isBefore(from) ? new Window(earlier, to) : this;
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** Whether it reaches beyond what is complete already. */
  boolean isBeyond(Instant completeUntil) {
    return to.isAfter(completeUntil);
  }

  /** The first half of what is not complete yet, or itself if that is a second. */
  Window shortened(Instant completeUntil) {
    Duration half = Duration.between(completeUntil, to).dividedBy(2);
    Instant end = completeUntil.plus(half).truncatedTo(ChronoUnit.SECONDS);
    return end.isAfter(completeUntil) ? new Window(from, end) : this;
  }
}
