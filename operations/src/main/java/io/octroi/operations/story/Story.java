package io.octroi.operations.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one service knows of a story, and whom to ask for the rest.
 *
 * @param steps in the order in which they happened
 * @param payments ids of the payments it is about
 * @param customers our ids of the customers it is about
 * @param complete whether nothing was left out because there is too much of it
 */
public record Story(
    @JsonProperty("steps") List<Step> steps,
    @JsonProperty("payments") Set<String> payments,
    @JsonProperty("customers") Set<String> customers,
    @JsonProperty("complete") boolean complete) {
  /** Steps that one service tells of one story, at most. */
  public static final int MAX_STEPS = 2_000;

  /** Puts the steps in order and bounds them. */
  public static Story of(List<Step> steps, Set<String> payments, Set<String> customers) {
    List<Step> ordered = steps.stream().sorted(Step.BY_TIME).limit(MAX_STEPS).toList();
    return new Story(ordered, sorted(payments), sorted(customers), ordered.size() == steps.size());
  }

  private static SortedSet<String> sorted(Set<String> values) {
    return new TreeSet<>(values);
  }
}
