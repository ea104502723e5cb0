package io.octroi.payment.order;

/** What came of registering an order. */
public enum Registration {
  CREATED,
  /** It was registered before, asking for the same. */
  ALREADY_EXISTS,
  /** Something else was registered under this reference; nothing changed. */
  EXISTS_WITH_DIFFERENT_REQUEST
}
