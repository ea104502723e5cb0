package io.octroi.subscription.period;

import java.time.Instant;
import java.util.UUID;

/**
 * What one payment grants: access from {@code startsAt} until just before {@code endsAt}. A hold
 * within it lets the time of other payments in between.
 */
public record Period(UUID paymentId, Instant startsAt, Instant endsAt) {
  /** Whether access is granted at {@code instant}. */
  public boolean covers(Instant instant) {
    return !instant.isBefore(startsAt) && instant.isBefore(endsAt);
  }
}
