package io.octroi.payment.payment;

/** How a refund stands; the later constant is the later word, whatever the clocks say. */
public enum RefundStatus {
  PENDING,
  SUCCEEDED,
  /** It came to nothing, or was given up: the money stayed or came back. */
  FAILED
}
