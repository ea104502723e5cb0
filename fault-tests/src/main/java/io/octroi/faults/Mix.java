package io.octroi.faults;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How events come in a run.
 *
 * @param gap between two events of the burst that a run begins with
 * @param burst how many events that has
 * @param trickle between two events after it
 * @param duplicateEach every how manieth is told once more though it was answered
 */
record Mix(Duration gap, int burst, Duration trickle, int duplicateEach) {

  /**
   * Draws one: 20 to 60 events a second at first, 3 to 10 after that.
   *
   * @param mostBurst how many events the burst has, at most
   */
  static Mix drawn(RandomGenerator random, int mostBurst) {
    return new Mix(
        Duration.ofSeconds(1).dividedBy(random.nextInt(20, 61)),
        random.nextInt(mostBurst / 2, mostBurst + 1),
        Duration.ofMillis(random.nextInt(100, 301)),
        random.nextInt(3, 13));
  }
}
