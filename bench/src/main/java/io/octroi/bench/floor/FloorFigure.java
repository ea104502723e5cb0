package io.octroi.bench.floor;

import java.time.Duration;
import java.util.List;

/**
 * What a floor did while it was measured.
 *
 * @param cpu of the process that drove it, without the broker's or the database's
 */
public record FloorFigure(String name, long events, Duration elapsed, Duration cpu) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  public double perSecond() {
    return events * NANOS_PER_SECOND / elapsed.toNanos();
  }

  /** Processor time of the process that drove it, in microseconds. */
  public double microsPerEvent() {
    return cpu.toNanos() / NANOS_PER_MICRO / events;
  }

  /** As a floor's process says it. */
  String line() {
    return events + " events in " + elapsed + " of " + cpu;
  }

  /**
   * Reads {@link #line()}.
   *
   * @throws IllegalArgumentException when it is none
   */
  static FloorFigure read(String name, String line) {
    List<String> words = List.of(line.split(" ", -1));
    if (words.size() != 6) {
      throw new IllegalArgumentException("no figure: " + line);
    }
    return new FloorFigure(
        name,
        Long.parseLong(words.getFirst()),
        Duration.parse(words.get(3)),
        Duration.parse(words.getLast()));
  }
}
