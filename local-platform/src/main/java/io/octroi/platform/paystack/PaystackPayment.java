package io.octroi.platform.paystack;

import io.octroi.platform.provider.Ids;

/**
 * One transaction at Paystack.
 *
 * @param amount minor units
 * @param reference what the shop calls the order
 */
public record PaystackPayment(
    long id, long amount, String currency, String reference, String email) {

  /** With an id of its own. */
  public static PaystackPayment of(Ids ids, long amount, String currency, String reference) {
    return new PaystackPayment(ids.number(), amount, currency, reference, "payer@shop.example");
  }
}
