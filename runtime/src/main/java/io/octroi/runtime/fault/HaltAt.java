package io.octroi.runtime.fault;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point and how often it may still be passed before the process ends there. */
final class HaltAt {
  private static final Pattern SYNTAX = Pattern.compile("([a-z-]+):([1-9][0-9]{0,8})");

  private final List<FaultPoint> points;
  private final AtomicInteger passingsLeft;

  private HaltAt(List<FaultPoint> points, int nth) {
    this.points = points;
    this.passingsLeft = new AtomicInteger(nth);
  }

  /**
   * Reads the property; an empty one never halts.
   *
   * @throws IllegalArgumentException for a point that does not exist, so that a run whose fault was
   *     misspelled does not pass for one that survived it
   */
  static HaltAt parse(String text) {
    if (text.isEmpty()) {
      return new HaltAt(List.of(), 0);
    }
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(FaultPoint.PROPERTY + " is <point>:<nth>, not " + text);
    }
    List<FaultPoint> points =
        Arrays.stream(FaultPoint.values())
            .filter(point -> point.wireName().equals(matcher.group(1)))
            .toList();
    if (points.isEmpty()) {
      throw new IllegalArgumentException(FaultPoint.PROPERTY + " names no point: " + text);
    }
    return new HaltAt(points, Integer.parseInt(matcher.group(2)));
  }

  /** Counts one passing; whether it is the one. */
  boolean isDue(FaultPoint point) {
    return !points.isEmpty() && points.contains(point) && passingsLeft.decrementAndGet() == 0;
  }
}
