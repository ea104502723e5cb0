package io.octroi.faults;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** A fault whose doing is a function. */
record NamedFault(String name, Strike strike, Predicate<Rig> possible) implements Fault {

  /** What it does. */
  @FunctionalInterface
  interface Strike {
    void at(Rig rig, Load load, RandomGenerator random);
  }

  /** One that is possible everywhere. */
  NamedFault(String name, Strike strike) {
    this(name, strike, _ -> true);
  }

  @Override
  public void strike(Rig rig, Load load, RandomGenerator random) {
    strike.at(rig, load, random);
  }

  @Override
  public boolean isPossible(Rig rig) {
    return possible.test(rig);
  }

  @Override
  public String toString() {
    return name;
  }
}
