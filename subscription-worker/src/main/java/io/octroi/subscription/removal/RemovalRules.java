package io.octroi.subscription.removal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When members may be put out without anybody being asked.
 *
 * @param requireWatermarks whether what we know of their payments must be complete
 * @param endpoints whose watermarks count; empty for every endpoint that was ever heard of
 * @param margin how far a watermark must be past a member's end
 * @param maxCount how many may be put out within a window, at most
 * @param maxShare which part of the active members, at most
 * @param smallCount up to how many are put out whatever the share
 */
public record RemovalRules(
    boolean requireWatermarks,
    Set<String> endpoints,
    Duration margin,
    int maxCount,
    BigDecimal maxShare,
    int smallCount) {

  public RemovalRules {
    endpoints = Set.copyOf(endpoints);
  }

  /**
   * Up to which end members may be put out: never later than {@code now}. Empty for nobody: an
   * endpoint has not been heard of, or none has.
   *
   * @param watermarks up to when everything of an endpoint is known
   */
  Optional<Instant> cutoff(Map<String, Instant> watermarks, Instant now) {
    if (!requireWatermarks) {
      return Optional.of(now);
    }
    Set<String> relevant = endpoints.isEmpty() ? watermarks.keySet() : endpoints;
    if (!watermarks.keySet().containsAll(relevant)) {
      return Optional.empty();
    }
    return relevant.stream()
        .map(watermarks::get)
        .min(Comparator.naturalOrder())
        .map(complete -> complete.minus(margin))
        .map(complete -> complete.isBefore(now) ? complete : now);
  }

  /**
   * How many active members there must be for {@code removed} of them to be put out within a
   * window; empty where no number suffices.
   */
  Optional<Long> activeNeeded(long removed) {
    if (removed <= smallCount) {
      return Optional.of(0L);
    }
    if (removed > maxCount || maxShare.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(removed).divide(maxShare, 0, RoundingMode.CEILING).longValueExact());
  }
}
