package io.octroi.operations.stateage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long something may stay in a state that is not its last; declared as a bean by whoever owns
 * the state.
 *
 * @param state a stable name such as {@code delivery.claimed}; a metric's tag
 * @param budget longer than this is a finding
 * @param remedy what a person does about it, a sentence
 */
public record StateBudget(String state, Duration budget, String remedy, View view) {

  /** What is in the state. */
  public interface View {
    /** Since when the oldest has been in the state; empty where nothing is. */
    Optional<Instant> oldest();

    /** What has been in the state since before an instant, oldest first. */
    List<Stranded> since(Instant before, int limit);
  }

  /**
   * @param subject an id; holds nothing personal
   */
  public record Stranded(String subject, Instant since) {}
}
