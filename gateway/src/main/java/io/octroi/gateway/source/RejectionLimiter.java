package io.octroi.gateway.source;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much nonsense a source may send. Asked only about requests whose signature did not hold, so a
 * provider that signs rightly never meets it, even from an address that others abuse.
 */
@Component
public class RejectionLimiter {
  private final SourceProperties.Rejections limits;
  private final TimeMeter time;
  private final Map<Source, Bucket> buckets;

  @Autowired
  RejectionLimiter(SourceProperties properties) {
    this(properties.rejections(), TimeMeter.SYSTEM_NANOTIME);
  }

  RejectionLimiter(SourceProperties.Rejections limits, TimeMeter time) {
    this.limits = limits;
    this.time = time;
    this.buckets = new LeastRecentlyUsed(limits.maxSources());
  }

  /** Notes one more rejection; how long the source must wait, zero while it is within its limit. */
  public Duration note(Source source) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(source, absent -> newBucket());
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  private Bucket newBucket() {
    int perMinute = limits.perMinute();
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Source, Bucket> {
    private final int max;

    LeastRecentlyUsed(int max) {
      super(16, 0.75f, true);
      this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Source, Bucket> eldest) {
      return size() > max;
    }
  }
}
