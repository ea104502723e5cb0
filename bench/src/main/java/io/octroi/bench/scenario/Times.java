package io.octroi.bench.scenario;

import java.time.Duration;

/**
 * How much is done.
 *
 * @param warmUp load on each subject before anything is measured; on the product again and again
 * @param warmUpAtMost after how long the product is measured although its rate still rises
 * @param window one measurement
 * @param backlog events that wait before they are drained
 * @param manyRows of a ledger that has grown
 */
public record Times(
    Duration warmUp, Duration warmUpAtMost, Duration window, int backlog, int manyRows) {
  /** Everything. */
  public static final Times FULL =
      new Times(
          Duration.ofSeconds(20),
          Duration.ofMinutes(5),
          Duration.ofSeconds(12),
          100_000,
          1_000_000);

  /** A first impression. */
  public static final Times SHORT =
      new Times(
          Duration.ofSeconds(8), Duration.ofSeconds(90), Duration.ofSeconds(5), 20_000, 100_000);

  /** With measurements of this length. */
  public Times withWindow(Duration value) {
    return new Times(warmUp, warmUpAtMost, value, backlog, manyRows);
  }
}
