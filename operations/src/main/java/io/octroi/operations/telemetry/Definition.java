package io.octroi.operations.telemetry;

import java.time.Duration;
import java.util.List;

/**
 * What the catalogue says of a metric; docs/metrics.md is made of these.
 *
 * @param name in Micrometer's form: {@code octroi.outbox.published}
 * @param unit of gauges, such as {@code seconds}; empty for plain numbers and for timers
 * @param buckets of a timer, up to which times are counted apart; ascending
 * @param meaning what it counts, a sentence
 * @param whenItMoves what to think or do then
 */
public record Definition(
    String name,
    Kind kind,
    String unit,
    List<Label> labels,
    List<Duration> buckets,
    String meaning,
    String whenItMoves) {

  /** How it is measured. */
  public enum Kind {
    /** Grows, and begins again with the process. */
    COUNTER,
    /** Is what it is at the moment. */
    GAUGE,
    /** How often, and how long in seconds. */
    TIMER
  }

  public Definition {
    labels = List.copyOf(labels);
    buckets = List.copyOf(buckets);
  }

  public static Definition counter(String name) {
    return new Definition(name, Kind.COUNTER, "", List.of(), List.of(), "", "");
  }

  public static Definition gauge(String name) {
    return new Definition(name, Kind.GAUGE, "", List.of(), List.of(), "", "");
  }

  /** A gauge of seconds. */
  public static Definition age(String name) {
    return new Definition(name, Kind.GAUGE, "seconds", List.of(), List.of(), "", "");
  }

  public static Definition timer(String name, Duration... buckets) {
    return new Definition(name, Kind.TIMER, "", List.of(), List.of(buckets), "", "");
  }

  /** The same, by these tags. */
  public Definition by(Label... tags) {
    return new Definition(name, kind, unit, List.of(tags), buckets, meaning, whenItMoves);
  }

  public Definition means(String text) {
    return new Definition(name, kind, unit, labels, buckets, text, whenItMoves);
  }

  public Definition whenItMoves(String text) {
    return new Definition(name, kind, unit, labels, buckets, meaning, text);
  }
}
