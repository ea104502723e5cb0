package io.octroi.payment.stripe;

import io.octroi.contracts.Money;
import io.octroi.payment.translation.MalformedEventException;
import io.octroi.payment.translation.ProviderObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads Stripe's amounts. They are in the currency's minor unit as ISO 4217 has it, but for a few
 * currencies that Stripe counts otherwise (docs.stripe.com/currencies, "special cases" and
 * "zero-decimal currencies").
 */
final class StripeAmounts {
  /** ISO: no decimals. Stripe: two, which are always zero. */
  private static final Set<String> IN_HUNDREDTHS = Set.of("ISK", "UGX");

  /** ISO: two decimals. Stripe: none. */
  private static final Set<String> IN_WHOLES = Set.of("MGA");

  private StripeAmounts() {}

  /** An amount in the currency of its object. */
  static Money money(ProviderObject object, String amountField) {
    return read(object.json().path(amountField), object.json().path("currency"));
  }

  /** An amount that may be missing; only a present one must be readable. */
  static Optional<Money> optionalMoney(ProviderObject object, String amountField) {
    return object.has(amountField) && object.has("currency")
        ? Optional.of(money(object, amountField))
        : Optional.empty();
  }

  /**
   * @throws MalformedEventException for anything but a whole number that is not negative, fits a
   *     {@code long} and is in a currency that people pay in
   */
  static Money read(JsonNode amount, JsonNode currency) {
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() < 0) {
      throw new MalformedEventException("bad_amount");
    }
    if (!currency.isString()) {
      throw new MalformedEventException("bad_currency");
    }
    String code = currency.stringValue().toUpperCase(Locale.ROOT);
    long minorUnits = minorUnits(amount.longValue(), code);
    try {
      return Money.of(minorUnits, code);
    } catch (IllegalArgumentException e) {
      throw new MalformedEventException("bad_currency");
    }
  }

  private static long minorUnits(long amount, String code) {
    if (IN_HUNDREDTHS.contains(code)) {
      if (amount % 100 != 0) {
        throw new MalformedEventException("bad_amount");
      }
      return amount / 100;
    }
    if (IN_WHOLES.contains(code)) {
      if (amount > Long.MAX_VALUE / 100) {
        throw new MalformedEventException("bad_amount");
      }
      return amount * 100;
    }
    return amount;
  }
}
