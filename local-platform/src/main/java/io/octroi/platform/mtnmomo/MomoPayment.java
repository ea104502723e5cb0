package io.octroi.platform.mtnmomo;

import java.util.UUID;

/**
 * One request to pay.
 *
 * @param referenceId the shop's own UUID of it (X-Reference-Id)
 * @param amount whole francs
 * @param externalId what the shop calls the order
 * @param payer telephone number, digits only
 */
public record MomoPayment(
    String referenceId, long amount, String currency, String externalId, String payer) {

  /** In XAF, with a reference of its own. */
  public static MomoPayment of(long amount, String externalId) {
    return new MomoPayment(UUID.randomUUID().toString(), amount, "XAF", externalId, "237670000000");
  }
}
