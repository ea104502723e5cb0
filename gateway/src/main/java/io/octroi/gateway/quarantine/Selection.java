package io.octroi.gateway.quarantine;

import java.time.Instant;

/**
 * Which kept requests are meant.
 *
 * @param endpoint the endpoint they were sent to; empty for all
 * @param since received then or later
 * @param until received before then
 */
public record Selection(String endpoint, Instant since, Instant until) {

  boolean includes(SealedRecords.Label label) {
    return (endpoint.isEmpty() || endpoint.equals(label.endpoint()))
        && !label.receivedAt().isBefore(since)
        && label.receivedAt().isBefore(until);
  }
}
