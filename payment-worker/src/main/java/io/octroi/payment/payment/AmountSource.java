package io.octroi.payment.payment;

/**
 * Which of a provider's objects told the amount, the most complete first: an invoice sums up all
 * its collections, a payment knows what was received, a checkout what was asked.
 */
public enum AmountSource {
  INVOICE,
  PAYMENT,
  CHECKOUT,
  CHARGE
}
