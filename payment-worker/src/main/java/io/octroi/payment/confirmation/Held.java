package io.octroi.payment.confirmation;

import io.octroi.contracts.Trust;
import io.octroi.payment.confirmation.Notice.Claimed;
import java.time.Instant;

/**
 * An inquiry that we hold for a while.
 *
 * @param attempts how often it was asked, this time included
 * @param fence grows with every holder; only the last one may record
 */
record Held(
    long id,
    String endpoint,
    String provider,
    String kind,
    String reference,
    Trust trust,
    Claimed claimed,
    Instant claimedAt,
    Instant firstAsked,
    int attempts,
    long fence) {

  Subject subject() {
    return new Subject(provider, kind, reference);
  }
}
