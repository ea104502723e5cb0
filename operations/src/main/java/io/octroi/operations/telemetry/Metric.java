package io.octroi.operations.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the catalogue. Each service has an enum of them, and nothing is measured under a name
 * of ours but by one of these.
 */
public interface Metric {

  /** What the catalogue says of it. */
  Definition definition();

  /** The name in Micrometer's form. */
  default String metricName() {
    return definition().name();
  }

  /** Counts one more; {@code tagValues} in the order of this metric's tags. */
  default void count(MeterRegistry registry, String... tagValues) {
    add(registry, 1, tagValues);
  }

  /** Counts {@code amount} more. */
  default void add(MeterRegistry registry, double amount, String... tagValues) {
    Counter.builder(metricName())
        .description(definition().meaning())
        .tags(tags(tagValues))
        .register(registry)
        .increment(amount);
  }

  /** Notes how long something took; what is negative took no time. */
  default void record(MeterRegistry registry, Duration duration, String... tagValues) {
    record(timer(registry, tagValues), duration);
  }

  /** Notes how long many things took, for which there is the same to say. */
  default void recordAll(MeterRegistry registry, List<Duration> durations, String... tagValues) {
    Timer timer = timer(registry, tagValues);
    durations.forEach(duration -> record(timer, duration));
  }

  private Timer timer(MeterRegistry registry, String... tagValues) {
    return Timer.builder(metricName())
        .description(definition().meaning())
        .tags(tags(tagValues))
        .serviceLevelObjectives(definition().buckets().toArray(Duration[]::new))
        .register(registry);
  }

  private static void record(Timer timer, Duration duration) {
    timer.record(duration.isNegative() ? Duration.ZERO : duration);
  }

  /** Shows what {@code value} gives at any moment. */
  default void show(MeterRegistry registry, Supplier<Number> value, String... tagValues) {
    Gauge.builder(metricName(), value)
        .description(definition().meaning())
        .baseUnit(baseUnit())
        .tags(tags(tagValues))
        .register(registry);
  }

  /** Shows a row for each combination of {@link #tags} that there is at the moment. */
  default MultiGauge rows(MeterRegistry registry) {
    return MultiGauge.builder(metricName())
        .description(definition().meaning())
        .baseUnit(baseUnit())
        .register(registry);
  }

  /** The values with their tags' names. */
  default Tags tags(String... values) {
    List<Label> labels = definition().labels();
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(metricName() + " has the tags " + labels);
    }
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      tags.add(Tag.of(labels.get(i).key(), values[i]));
    }
    return Tags.of(tags);
  }

  private @Nullable String baseUnit() {
    return definition().unit().isEmpty() ? null : definition().unit();
  }
}
