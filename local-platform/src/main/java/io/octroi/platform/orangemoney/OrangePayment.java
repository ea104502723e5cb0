package io.octroi.platform.orangemoney;

import io.octroi.platform.provider.Ids;

/**
 * One web payment.
 *
 * @param order the shop's own id of it
 * @param amount whole francs
 * @param payToken what the order is asked about with
 * @param notifToken what a notification of this order has to carry
 */
public record OrangePayment(String order, long amount, String payToken, String notifToken) {

  /** With tokens of its own. */
  public static OrangePayment of(Ids ids, String order, long amount) {
    return new OrangePayment(order, amount, ids.hex(64), ids.hex(32));
  }
}
