package io.octroi.gateway.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The gateway's own metrics. Every tag has few values: endpoints, versions and reasons. */
public enum GatewayMetric {
  /** Webhooks answered with 202; the secret version shows when an old secret is out of use. */
  ACCEPTED("octroi.gateway.accepted", "endpoint", "secret_version"),
  /** Requests that were read and not let in. */
  REJECTED("octroi.gateway.rejected", "endpoint", "reason"),
  /** Answers 429 instead of 400, to a source of too many bad signatures. */
  LIMITED("octroi.gateway.limited", "endpoint"),
  /** Verified webhooks that the broker did not acknowledge; the provider sends them again. */
  PUBLISH_FAILURES("octroi.gateway.publish.failures", "endpoint"),
  /** Verified webhooks not even tried, because too many were under way or the broker was away. */
  PUBLISH_REFUSED("octroi.gateway.publish.refused", "endpoint"),
  /** Webhooks that wait for the broker's acknowledgement now. */
  IN_FLIGHT("octroi.gateway.in.flight"),
  /** Attempts to load an endpoint's secrets that failed; the last known stay in use. */
  SECRET_REFRESH_FAILURES("octroi.gateway.secrets.refresh.failures", "endpoint"),
  /** Refused requests that were kept, because they may have been genuine. */
  QUARANTINED("octroi.gateway.quarantine.kept", "endpoint", "reason"),
  /** Refused requests that may have been genuine and were not kept. */
  QUARANTINE_DROPPED("octroi.gateway.quarantine.dropped", "endpoint", "cause"),
  /** Kept requests that were verified later and published. */
  QUARANTINE_REDEEMED("octroi.gateway.quarantine.redeemed", "endpoint");

  private final String metricName;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes immutable ones
  private final List<String> tagNames;

  GatewayMetric(String metricName, String... tagNames) {
    this.metricName = metricName;
    this.tagNames = List.of(tagNames);
  }

  public String metricName() {
    return metricName;
  }

  /** Counts one more; {@code tagValues} in the order of this metric's tags. */
  public void count(MeterRegistry registry, String... tagValues) {
    if (tagValues.length != tagNames.size()) {
      throw new IllegalArgumentException(metricName + " has the tags " + tagNames);
    }
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < tagValues.length; i++) {
      tags.add(Tag.of(tagNames.get(i), tagValues[i]));
    }
    Counter.builder(metricName).tags(tags).register(registry).increment();
  }

  /** Shows what {@code value} gives at any moment. */
  public void show(MeterRegistry registry, Supplier<Number> value) {
    Gauge.builder(metricName, value).register(registry);
  }
}
