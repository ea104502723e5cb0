package io.octroi.gateway.scheme;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a signed time may lie from ours, both ends included, in whole seconds.
 *
 * @param past how old a request may be
 * @param future how far a provider's clock may run ahead
 */
public record Tolerance(Duration past, Duration future) {
  /** What every scheme here recommends: five minutes both ways. */
  public static final Tolerance DEFAULT =
      new Tolerance(Duration.ofMinutes(5), Duration.ofMinutes(5));

  /**
   * @throws IllegalArgumentException for a negative tolerance
   */
  public Tolerance {
    if (past.isNegative() || future.isNegative()) {
      throw new IllegalArgumentException("a tolerance is never negative");
    }
  }

  /** Passes {@code signedAt} on if it is near enough. */
  public Attempt<Instant> check(Instant signedAt, Instant receivedAt) {
    long age = receivedAt.getEpochSecond() - signedAt.getEpochSecond();
    if (age > past.toSeconds()) {
      return Attempt.failed(RejectionReason.TIMESTAMP_STALE);
    }
    if (-age > future.toSeconds()) {
      return Attempt.failed(RejectionReason.TIMESTAMP_FUTURE);
    }
    return Attempt.passed(signedAt);
  }
}
