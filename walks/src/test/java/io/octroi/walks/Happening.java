package io.octroi.walks;

import java.time.Instant;

/**
 * Something that happens to a purchase.
 *
 * @param at by the provider's clock, in whole seconds
 * @param number tells happenings of one kind apart
 * @param part for refunds: how much of the money, in minor units
 * @param total for refunds: how much went back so far, this one included
 */
record Happening(Kind kind, Instant at, int number, long part, long total) {
  enum Kind {
    BEGUN,
    FAILED,
    PAID,
    REFUNDED,
    REFUND_FAILED,
    DISPUTED,
    DISPUTE_WON,
    DISPUTE_LOST,
    /** The provider stops collecting. */
    AGREEMENT_ENDED
  }

  static Happening of(Kind kind, Instant at, int number) {
    return new Happening(kind, at, number, 0, 0);
  }
}
