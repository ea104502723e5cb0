package io.octroi.payment.payment;

import io.octroi.contracts.PaymentStatus;
import java.util.Locale;

/** The rules of the fold, the weightiest first: the first one that holds gives the status. */
public enum PaymentRule {
  /** A dispute was lost: the money is gone, whatever else is said. */
  A_LOST_DISPUTE_OUTWEIGHS_ALL(PaymentStatus.LOST),
  /** A dispute is open; refunds count again once it is closed. */
  AN_OPEN_DISPUTE_OUTWEIGHS_REFUNDS(PaymentStatus.DISPUTED),
  /** All of it went back. */
  EVERYTHING_WENT_BACK(PaymentStatus.REFUNDED),
  /** Some of it went back. */
  A_PART_WENT_BACK(PaymentStatus.PARTIALLY_REFUNDED),
  /** The money came; failures before or after it do not count. */
  A_SUCCESS_OUTWEIGHS_FAILURES(PaymentStatus.SUCCEEDED),
  /** It was given up, or the newest word is a failure. */
  THE_LAST_WORD_IS_A_FAILURE(PaymentStatus.FAILED),
  /** Nobody told how it ends. */
  THE_OUTCOME_IS_OPEN(PaymentStatus.PENDING);

  private final PaymentStatus status;

  PaymentRule(PaymentStatus status) {
    this.status = status;
  }

  public PaymentStatus status() {
    return status;
  }

  /** For people and programs: {@code a-success-outweighs-failures}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
