package io.octroi.platform.wave;

import io.octroi.platform.provider.Ids;

/**
 * One checkout at Wave.
 *
 * @param session id of the checkout session
 * @param transaction id of the money's movement
 * @param amount whole francs
 * @param reference what the shop calls the order (client_reference)
 */
public record WavePayment(
    String session, String transaction, long amount, String currency, String reference) {

  /** In XOF, with ids of its own. */
  public static WavePayment of(Ids ids, long amount, String reference) {
    return new WavePayment("cos-1" + ids.lower(12), "T" + ids.upper(11), amount, "XOF", reference);
  }
}
