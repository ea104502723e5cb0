package io.octroi.bench.scenario;

/** One thing that is measured. */
public interface Scenario {
  /** What {@code --only} calls it: one word in lower case. */
  String name();

  /** What it measures, in half a sentence. */
  String purpose();

  /** How often it is repeated at most, however many rounds are asked for. */
  default int mostRounds() {
    return Integer.MAX_VALUE;
  }

  /** Whether floors and baselines are measured beside the product. */
  default boolean compares() {
    return false;
  }

  /** Does one round of it; bounded in time by the bench's settings. */
  void round(Bench bench);
}
