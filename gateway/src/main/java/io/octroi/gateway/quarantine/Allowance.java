package io.octroi.gateway.quarantine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.octroi.gateway.source.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much may be kept: of a source, for an endpoint, at all. A source has a share that is less
 * than the whole, so one that floods us fills its own share and nobody else's.
 */
final class Allowance {
  private final QuarantineProperties limits;
  private final TimeMeter time;
  private final Bucket all;
  private final Map<String, Bucket> endpoints = new HashMap<>();
  private final Map<Source, Bucket> sources;

  /** What stood in the way. */
  enum Verdict {
    GRANTED,
    SOURCE_SPENT,
    ENDPOINT_SPENT,
    ALL_SPENT
  }

  Allowance(QuarantineProperties limits, TimeMeter time) {
    this.limits = limits;
    this.time = time;
    this.all = hourly(limits.perHour().toBytes());
    this.sources =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Source, Bucket> eldest) {
            return size() > limits.maxSources();
          }
        };
  }

  /** Takes {@code bytes} of every share, or of none. */
  synchronized Verdict take(String endpoint, Source source, long bytes) {
    Bucket ofSource =
        sources.computeIfAbsent(source, absent -> hourly(limits.perSourceAnHour().toBytes()));
    Bucket ofEndpoint =
        endpoints.computeIfAbsent(endpoint, absent -> hourly(limits.perEndpointAnHour().toBytes()));
    if (!ofSource.tryConsume(bytes)) {
      return Verdict.SOURCE_SPENT;
    }
    if (!ofEndpoint.tryConsume(bytes)) {
      ofSource.addTokens(bytes);
      return Verdict.ENDPOINT_SPENT;
    }
    if (!all.tryConsume(bytes)) {
      ofSource.addTokens(bytes);
      ofEndpoint.addTokens(bytes);
      return Verdict.ALL_SPENT;
    }
    return Verdict.GRANTED;
  }

  private Bucket hourly(long bytes) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(bytes).refillGreedy(bytes, Duration.ofHours(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
