package io.octroi.platform.hyperpay;

import io.octroi.platform.provider.Ids;
import java.util.Locale;

/**
 * One purchase over OPPWA.
 *
 * @param id OPPWA's id of the transaction
 * @param ndc id of the checkout and its node
 * @param amount decimal, such as 187.50
 * @param merchantTransactionId what the shop calls the order
 */
public record HyperPayPayment(
    String id, String ndc, String amount, String currency, String merchantTransactionId) {

  /** With ids of its own. */
  public static HyperPayPayment of(
      Ids ids, String amount, String currency, String merchantTransactionId) {
    return new HyperPayPayment(
        "8ac7" + ids.hex(28),
        ids.hex(32).toUpperCase(Locale.ROOT) + ".uat01-vm-tx04",
        amount,
        currency,
        merchantTransactionId);
  }
}
