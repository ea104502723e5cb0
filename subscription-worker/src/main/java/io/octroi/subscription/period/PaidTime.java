package io.octroi.subscription.period;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Time that a payment paid for.
 *
 * @param paidAt when the money was there
 * @param days how much was paid for, in days of 24 hours
 */
public record PaidTime(UUID paymentId, Instant paidAt, int days) {
  /** The order periods are laid in: by payment time, and by id where two times are equal. */
  static final Comparator<PaidTime> ORDER =
      Comparator.comparing(PaidTime::paidAt).thenComparing(PaidTime::paymentId);
}
