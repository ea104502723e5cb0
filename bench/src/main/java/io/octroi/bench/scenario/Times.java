package io.octroi.bench.scenario;

import java.time.Duration;

/**
 * How long things are done for.
 *
 * @param warmUp load before anything is measured
 * @param window one measurement
 * @param backlog events that wait before they are drained
 */
public record Times(Duration warmUp, Duration window, int backlog) {
  public static final Times FULL =
      new Times(Duration.ofSeconds(30), Duration.ofSeconds(15), 100_000);
  public static final Times SHORT =
      new Times(Duration.ofSeconds(12), Duration.ofSeconds(6), 20_000);
}
