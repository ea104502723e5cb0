package io.octroi.platform.cinetpay;

/**
 * One order at CinetPay.
 *
 * @param transaction the shop's own id of it
 * @param amount whole francs
 * @param custom what the shop gave along (metadata, cpm_custom)
 */
public record CinetPayPayment(String transaction, long amount, String currency, String custom) {}
