package io.octroi.subscription.removal;

import java.time.Instant;

/**
 * Who may be put out at this moment.
 *
 * @param cutoff members whose time was over by then; {@link Instant#EPOCH} for nobody
 * @param batchFits whether those who may are few enough
 * @param armed of which families
 */
public record Gate(Instant cutoff, boolean batchFits, Armed armed) {
  /** Whether anybody may be put out. */
  public boolean open() {
    return batchFits && cutoff.isAfter(Instant.EPOCH);
  }
}
