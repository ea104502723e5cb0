package io.octroi.notifier.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sending.
 *
 * @param enabled whether this process sends; taking in goes on regardless
 * @param workers how many deliveries are sent at once
 * @param pollInterval how often due deliveries are looked for when nothing wakes the workers
 * @param lease how long a worker has a delivery to itself; must outlast the slowest channel
 * @param firstBackoff the longest first wait before a retry; doubles with each attempt
 * @param longestBackoff no wait is longer, save one that a channel asks for
 * @param maxAttempts how many refusals for now end the retries
 * @param maxAge how long after the first attempt the retries end
 * @param invitationPatience how long a confirmation waits for its invitation link
 * @param stopGrace how long stopping waits for deliveries in flight
 */
@ConfigurationProperties("octroi.notifier.delivery")
public record DeliveryProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("8") @Min(1) @Max(64) int workers,
    @DefaultValue("500ms") Duration pollInterval,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("2s") Duration firstBackoff,
    @DefaultValue("30m") Duration longestBackoff,
    @DefaultValue("20") @Min(1) int maxAttempts,
    @DefaultValue("3d") Duration maxAge,
    @DefaultValue("2m") Duration invitationPatience,
    @DefaultValue("20s") Duration stopGrace) {

  public DeliveryProperties {
    requirePositive(pollInterval, "poll-interval");
    requirePositive(lease, "lease");
    requirePositive(firstBackoff, "first-backoff");
    requirePositive(longestBackoff, "longest-backoff");
    requirePositive(maxAge, "max-age");
  }

  RetrySchedule retrySchedule() {
    return new RetrySchedule(firstBackoff, longestBackoff, maxAttempts, maxAge);
  }

  /**
   * Refuses a lease that a slow channel could outlast: two workers would then send the same thing.
   *
   * @param slowest the longest that one send of a channel can take
   * @throws IllegalArgumentException where the lease is not longer
   */
  public void requireLeaseLongerThan(Duration slowest, String channel) {
    if (lease.compareTo(slowest) <= 0) {
      throw new IllegalArgumentException(
          "octroi.notifier.delivery.lease is "
              + lease
              + " but one send by "
              + channel
              + " may take "
              + slowest);
    }
  }

  private static void requirePositive(Duration duration, String name) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("octroi.notifier.delivery." + name + " must be positive");
    }
  }
}
