package io.octroi.subscription.plan;

/** What a payment's period becomes when some of the money went back. */
public enum OnPartialRefund {
  /** It stays whole. */
  KEEP,
  /** It is taken out, as for a full refund. */
  OUT
}
