package io.octroi.platform.flutterwave;

import io.octroi.platform.provider.Ids;
import java.math.BigDecimal;

/**
 * One charge at Flutterwave.
 *
 * @param id Flutterwave's: a number in the third API, {@code chg_…} in the fourth
 * @param amount in the currency's main unit, such as 15000 for 15000 XOF or 49.50 for 49.50 GHS
 * @param reference what the shop calls the order (tx_ref, reference)
 */
public record FlutterwavePayment(
    String id, BigDecimal amount, String currency, String reference, String email) {

  /** For the third API. */
  public static FlutterwavePayment numbered(
      Ids ids, BigDecimal amount, String currency, String reference) {
    return new FlutterwavePayment(
        Long.toString(ids.number()), amount, currency, reference, "payer@shop.example");
  }

  /** For the fourth API. */
  public static FlutterwavePayment lettered(
      Ids ids, BigDecimal amount, String currency, String reference) {
    return new FlutterwavePayment(
        "chg_" + ids.upper(10), amount, currency, reference, "payer@shop.example");
  }
}
