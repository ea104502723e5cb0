package io.octroi.bench.report;

import java.util.List;

/** The smallest, the middle and the largest of what several rounds gave. */
public record Spread(double min, double median, double max) {

  /**
   * Of these.
   *
   * @throws IllegalArgumentException of none
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(sorted.getFirst(), median, sorted.getLast());
  }
}
