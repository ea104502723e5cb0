package io.octroi.subscription.reconciliation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong between a payment as listed and as known here. */
enum Mismatch {
  /** Its news did not come, or not all of it. */
  PAYMENT_NOT_TAKEN_IN(
      "payment_not_taken_in",
      "Its last event was not taken in: look at octroi dead-letters and at the consumer's lag;"
          + " octroi payments retell tells it again."),

  /** Its newest version was taken in, and is kept as something else than was told. */
  PAYMENT_KEPT_OTHERWISE(
      "payment_kept_otherwise",
      "Its row was changed by something else than its news: octroi payments retell tells it again,"
          + " after which its subscription is counted again."),

  /** Paid, known in its newest version, and yet it grants nothing. */
  PAYMENT_WITHOUT_PERIOD(
      "payment_without_period",
      "Where its plan is not configured, configure it; otherwise octroi payments retell, after"
          + " which its subscription is counted again."),

  /** Somebody is in by a payment that the payment-worker does not know, or not as paid. */
  PERIOD_WITHOUT_PAYMENT(
      "period_without_payment",
      "Nobody is put out by this: find out with octroi explain where the payment went; octroi"
          + " rebuild brings back what the ledger knows.");

  private final String condition;
  private final String remedy;

  Mismatch(String condition, String remedy) {
    this.condition = condition;
    this.remedy = remedy;
  }

  String condition() {
    return condition;
  }

  String remedy() {
    return remedy;
  }

  /**
   * Judges one payment; at least one side is present.
   *
   * @param listed absent where the payment-worker does not list it
   * @param known absent where this worker never heard of it
   */
  static Optional<Mismatch> between(@Nullable ListedPayment listed, @Nullable KnownPayment known) {
    if (known == null) {
      return listed != null && listed.mayGrant()
          ? Optional.of(PAYMENT_NOT_TAKEN_IN)
          : Optional.empty();
    }
    if (listed == null) {
      return known.period() ? Optional.of(PERIOD_WITHOUT_PAYMENT) : Optional.empty();
    }
    if (known.version() < listed.version()) {
      return Optional.of(PAYMENT_NOT_TAKEN_IN);
    }
    if (known.version() == listed.version() && !known.merged() && listed.tellsOtherwise(known)) {
      return Optional.of(PAYMENT_KEPT_OTHERWISE);
    }
    if (listed.paid() && !known.period() && !known.held() && !known.merged()) {
      return Optional.of(PAYMENT_WITHOUT_PERIOD);
    }
    return known.period() && !listed.mayGrant()
        ? Optional.of(PERIOD_WITHOUT_PAYMENT)
        : Optional.empty();
  }
}
