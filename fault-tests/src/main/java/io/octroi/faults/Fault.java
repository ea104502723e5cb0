package io.octroi.faults;

import java.util.random.RandomGenerator;

/** One way to break the system, and to mend it again. */
public interface Fault {
  /** As the table calls it. */
  String name();

  /**
   * Breaks something while the load flows, and returns when the cause is gone.
   *
   * @param random decides what the fault leaves open, so that a seed replays it
   * @throws IllegalStateException where the system does not behave meanwhile as it must
   */
  void strike(Rig rig, Load load, RandomGenerator random);

  /** Whether this machine can do it. */
  default boolean isPossible(Rig rig) {
    return true;
  }
}
