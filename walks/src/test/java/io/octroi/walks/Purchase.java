package io.octroi.walks;

import io.octroi.contracts.Origin;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;

/**
 * What one customer buys once.
 *
 * @param shop where it is paid
 * @param number unlike any other purchase's of the walk
 * @param agreement the number of the recurring agreement it is collected under; 0 for none
 */
record Purchase(Shop shop, int number, String customer, String plan, int agreement) {
  static final long AMOUNT = 10_000;
  static final Provenance SIGNED = Provenance.webhook(Trust.SIGNED, "v1");
  static final Provenance FETCHED = Provenance.fetched(Origin.CONFIRMATION);
  static final Provenance HINT = Provenance.webhook(Trust.HINT, Provenance.NO_SECRET);

  /** In all ids of the purchase. */
  String name() {
    return "no" + number;
  }

  /** The number with leading zeros. */
  String twelveDigits() {
    String digits = Integer.toString(number);
    return "0".repeat(12 - digits.length()) + digits;
  }

  /**
   * A webhook of this purchase.
   *
   * @param template JSON with ' for " and {@code <word>} for what differs
   */
  VerifiedWebhook webhook(
      String type, Happening happening, Provenance provenance, String key, String template) {
    Instant at = happening.at();
    String id = type + "-" + happening.kind() + happening.number() + "-" + name();
    return new VerifiedWebhook(
        shop.provider() + "-main",
        shop.provider(),
        id,
        type,
        fill(key, happening, id),
        at,
        at.plusMillis(700),
        provenance,
        fill(template, happening, id).strip().getBytes(StandardCharsets.UTF_8));
  }

  private String fill(String template, Happening happening, String id) {
    return template
        .replace('\'', '"')
        .replace("<event>", id)
        .replace("<name>", name())
        .replace("<twelve>", twelveDigits())
        .replace("<no>", Integer.toString(number))
        .replace("<n>", Integer.toString(happening.number()))
        .replace("<agreement>", "a" + agreement)
        .replace("<customer>", customer)
        .replace("<plan>", plan)
        .replace("<at>", happening.at().toString())
        .replace("<seconds>", Long.toString(happening.at().getEpochSecond()))
        .replace("<stamp>", happening.at().toString().replace('T', ' ').replace("Z", ""))
        .replace("<currency>", shop.currency())
        .replace("<amount>", main(AMOUNT))
        .replace("<part>", main(happening.part()))
        .replace("<minor>", Long.toString(AMOUNT))
        .replace("<minor-part>", Long.toString(happening.part()))
        .replace("<minor-total>", Long.toString(happening.total()));
  }

  private String main(long minorUnits) {
    int decimals = Currency.getInstance(shop.currency()).getDefaultFractionDigits();
    return BigDecimal.valueOf(minorUnits, decimals).toPlainString();
  }
}
