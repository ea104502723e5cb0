package io.octroi.subscription.plan;

/** What a payment's period is while the payer contests the payment and the outcome is open. */
public enum WhileDisputed {
  /** It counts until the dispute is lost. */
  KEEP,
  /** What is left of it is held until the dispute is won. */
  HOLD
}
