package io.octroi.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a run of load saw.
 *
 * @param elapsed from the first request to the last answer
 * @param accepted how many were answered 2xx
 * @param refused how often another status was answered; 0 stands for no answer
 * @param latencies of those accepted, in microseconds, from the time each was meant to be sent
 * @param sendings when each event was posted
 */
public record LoadResult(
    Instant startedAt,
    Duration elapsed,
    long accepted,
    Map<Integer, Long> refused,
    Histogram latencies,
    Sendings sendings) {

  public double acceptedPerSecond() {
    return accepted * 1e9 / elapsed.toNanos();
  }

  /** Milliseconds that this share of the answers took at most; 100 for the slowest. */
  public double latencyMillis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1_000.0;
  }
}
