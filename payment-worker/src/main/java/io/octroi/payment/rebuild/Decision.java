package io.octroi.payment.rebuild;

import java.time.Instant;
import java.util.UUID;

/** Evidence of our own: what we ordered, or what an operator decided. */
sealed interface Decision {
  /** Its place among all that were gathered. */
  long position();

  Instant at();

  /** A provider was asked to collect. */
  record Ordered(long position, Instant at, String provider, String reference)
      implements Decision {}

  /**
   * What a live payment keeps as evidence, with nothing else to tell of it.
   *
   * @param facts JSON
   */
  record Kept(
      long position, Instant at, UUID payment, String eventId, String endpoint, String facts)
      implements Decision {}
}
