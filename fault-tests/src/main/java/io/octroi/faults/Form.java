package io.octroi.faults;

import java.time.Duration;

/**
 * How long faults last.
 *
 * @param outage how long the broker cannot be reached
 * @param halfOpen how long bytes are swallowed
 * @param stopped how long, at least, a worker is stopped
 * @param stormRounds how often a second instance joins and leaves
 * @param burst after how many events of a run, at most, the load goes on with a trickle
 */
public record Form(
    Duration outage, Duration halfOpen, Duration stopped, int stormRounds, int burst) {
  /** For every build. */
  public static final Form SHORT =
      new Form(Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(12), 1, 60);

  /** For a release, and for whoever changes how records are handled. */
  public static final Form LONG =
      new Form(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(90), 5, 200);
}
