package io.octroi.subscription.subscription;

import io.octroi.subscription.period.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the holds of a payment lie in their column: ISO 8601 intervals, {@code from/until} or {@code
 * from/..}, with a comma between two.
 */
final class Holds {
  private static final String OPEN = "..";

  private Holds() {}

  static String write(List<Span> holds) {
    return holds.stream()
        .map(hold ->
            hold.startsAt() + "/" + (hold.endsAt().equals(Instant.MAX) ? OPEN : hold.endsAt()))
        .collect(Collectors.joining(","));
  }

  static List<Span> read(String column) {
    return Stream.of(column.split(",", -1))
        .filter(interval -> !interval.isEmpty())
        .map(Holds::hold)
        .toList();
  }

  private static Span hold(String interval) {
    int slash = interval.indexOf('/');
    String until = interval.substring(slash + 1);
    return new Span(
        Instant.parse(interval.substring(0, slash)),
        until.equals(OPEN) ? Instant.MAX : Instant.parse(until));
  }
}
