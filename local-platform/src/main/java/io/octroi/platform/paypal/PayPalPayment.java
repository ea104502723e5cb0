package io.octroi.platform.paypal;

import io.octroi.platform.provider.Ids;

/**
 * One purchase at PayPal: what its objects and events have in common.
 *
 * @param capture PayPal's id of the capture, or of the sale when a subscription was charged
 * @param value decimal, such as 49.00
 * @param currency ISO 4217
 * @param customId what the shop put on it
 */
public record PayPalPayment(
    String capture, String order, String value, String currency, String customId) {

  /** A purchase with ids of its own. */
  public static PayPalPayment of(Ids ids, String value, String currency, String customId) {
    return new PayPalPayment(ids.upper(17), ids.upper(17), value, currency, customId);
  }
}
