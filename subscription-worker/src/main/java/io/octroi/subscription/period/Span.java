package io.octroi.subscription.period;

import java.time.Instant;

/** Time without a break, from {@code startsAt} until just before {@code endsAt}. */
public record Span(Instant startsAt, Instant endsAt) {
  boolean covers(Instant instant) {
    return !instant.isBefore(startsAt) && instant.isBefore(endsAt);
  }
}
