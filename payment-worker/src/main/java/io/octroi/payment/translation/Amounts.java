package io.octroi.payment.translation;

import io.octroi.contracts.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads amounts exactly: in the currency's main unit, as {@code "49.00"} or {@code 49.5}, or in its
 * minor unit. Nothing is rounded.
 */
public final class Amounts {
  /** More digits than a {@code long} has tell no amount. */
  private static final int DIGITS = 19;

  private Amounts() {}

  /**
   * An amount in the main unit, as a text or a number.
   *
   * @throws MalformedEventException for anything that is negative, too large, more precise than the
   *     currency, or not in a currency that people pay in
   */
  public static Money mainUnit(ProviderObject amount, ProviderObject currency) {
    return mainUnit(decimal(amount.json()), currency);
  }

  /** An amount in the main unit, whatever its sign. */
  public static Money magnitude(ProviderObject amount, ProviderObject currency) {
    String text = decimal(amount.json());
    return mainUnit(text.startsWith("-") ? text.substring(1) : text, currency);
  }

  /**
   * An amount in the minor unit, as a whole number or its text.
   *
   * @throws MalformedEventException as {@link #mainUnit} does
   */
  public static Money minorUnit(ProviderObject amount, ProviderObject currency) {
    JsonNode node = amount.json();
    String code = code(currency);
    long units;
    if (node.isString() && node.stringValue().matches("[0-9]{1,18}")) {
      units = Long.parseLong(node.stringValue());
    } else if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
      units = node.longValue();
    } else {
      throw new MalformedEventException("bad_amount");
    }
    try {
      return Money.of(units, code);
    } catch (IllegalArgumentException e) {
      throw new MalformedEventException("bad_currency");
    }
  }

  /** An amount that may be missing with its currency; only a present one must be readable. */
  public static Optional<Money> optionalMainUnit(ProviderObject amount, ProviderObject currency) {
    return amount.has() && currency.has()
        ? Optional.of(mainUnit(amount, currency))
        : Optional.empty();
  }

  private static Money mainUnit(String amount, ProviderObject currency) {
    String code = code(currency);
    try {
      return Money.ofDecimal(amount, code);
    } catch (IllegalArgumentException e) {
      throw new MalformedEventException("bad_amount");
    }
  }

  private static String code(ProviderObject currency) {
    if (!currency.json().isString()) {
      throw new MalformedEventException("bad_currency");
    }
    String code = currency.json().stringValue().toUpperCase(Locale.ROOT);
    try {
      Money.of(0, code);
    } catch (IllegalArgumentException e) {
      throw new MalformedEventException("bad_currency");
    }
    return code;
  }

  private static String decimal(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    if (!node.isNumber()) {
      throw new MalformedEventException("bad_amount");
    }
    BigDecimal number = node.decimalValue();
    // Looked at before it is written out: 1e999999999 would be a very long text.
    if (number.signum() != 0
        && (number.precision() - number.scale() > DIGITS || number.scale() > DIGITS)) {
      throw new MalformedEventException("bad_amount");
    }
    return number.signum() == 0 ? "0" : number.toPlainString();
  }
}
