package io.octroi.payment.payment;

import io.octroi.contracts.DisputedTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the times of disputes lie in their column: ISO 8601 intervals, {@code from/until} or {@code
 * from/..}, with a comma between two.
 */
final class DisputedTimes {
  private static final String OPEN = "..";

  private DisputedTimes() {}

  static String write(List<DisputedTime> times) {
    return times.stream()
        .map(time -> time.from() + "/" + (time.until() == null ? OPEN : time.until()))
        .collect(Collectors.joining(","));
  }

  static List<DisputedTime> read(String column) {
    return Stream.of(column.split(",", -1))
        .filter(interval -> !interval.isEmpty())
        .map(DisputedTimes::interval)
        .toList();
  }

  private static DisputedTime interval(String interval) {
    int slash = interval.indexOf('/');
    String until = interval.substring(slash + 1);
    @Nullable Instant end = until.equals(OPEN) ? null : Instant.parse(until);
    return new DisputedTime(Instant.parse(interval.substring(0, slash)), end);
  }
}
