package io.octroi.payment.assignment;

import io.octroi.payment.payment.PaymentId;

/** What came of assigning a payment. */
public sealed interface Assignment {
  /** It is the customer's now. */
  record Assigned() implements Assignment {}

  /** An operator assigned it so before. */
  record AlreadyAssigned() implements Assignment {}

  /** There is no such payment. */
  record NoSuchPayment() implements Assignment {}

  /** Another payment stands for it: that one can be assigned. */
  record Merged(PaymentId into) implements Assignment {}
}
