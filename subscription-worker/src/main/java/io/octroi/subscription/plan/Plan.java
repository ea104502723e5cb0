package io.octroi.subscription.plan;

import io.octroi.contracts.PaymentStatus;
import java.time.Duration;

/**
 * Something that can be paid for.
 *
 * @param code what payments name it by, such as {@code signaux-monthly}
 * @param family plans of one family prolong one another
 * @param days how long a payment lasts; a day is 24 hours
 * @param reminderBefore how long before the end the customer is reminded; zero for never
 */
public record Plan(
    String code,
    String family,
    int days,
    Duration reminderBefore,
    OnPartialRefund onPartialRefund,
    WhileDisputed whileDisputed) {

  /** Whether a payment of this plan grants its period while it has {@code status}. */
  public boolean counts(PaymentStatus status) {
    return counts(status, onPartialRefund, whileDisputed);
  }

  static boolean counts(
      PaymentStatus status, OnPartialRefund onPartialRefund, WhileDisputed whileDisputed) {
    return switch (status) {
      case SUCCEEDED -> true;
      case PARTIALLY_REFUNDED -> onPartialRefund == OnPartialRefund.KEEP;
      case DISPUTED -> whileDisputed == WhileDisputed.KEEP;
      case PENDING, FAILED, REFUNDED, LOST -> false;
    };
  }
}
