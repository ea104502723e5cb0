package io.octroi.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money, never negative.
 *
 * @param minorUnits the amount in the currency's smallest unit: cents for EUR, whole francs for
 *     XOF, thousandths for KWD
 * @param currency an ISO 4217 currency that has a minor unit
 */
public record Money(
    @JsonProperty("minor_units") long minorUnits, @JsonProperty("currency") Currency currency)
    implements Comparable<Money> {

  @JsonCreator
  public Money {
    if (minorUnits < 0) {
      throw new IllegalArgumentException("an amount of money is never negative");
    }
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(currency + " is not a currency that people pay in");
    }
  }

  /**
   * @param currencyCode ISO 4217, in any case, as providers write both {@code eur} and {@code EUR}
   * @throws IllegalArgumentException for a negative amount or an unknown currency
   */
  public static Money of(long minorUnits, String currencyCode) {
    return new Money(minorUnits, currency(currencyCode));
  }

  /**
   * Reads an amount in the currency's main unit, such as {@code "49.00"} EUR. Nothing is rounded;
   * zeros after the currency's last decimal are let pass, as in {@code "25000.00"} XOF.
   *
   * @throws IllegalArgumentException for a text that is not a plain decimal number of at most 30
   *     characters, for other decimals than the currency has, or for more than a {@code long} holds
   */
  public static Money ofDecimal(String amount, String currencyCode) {
    Currency currency = currency(currencyCode);
    if (!amount.matches("[0-9]{1,18}(\\.[0-9]{1,11})?")) {
      throw new IllegalArgumentException("not a plain decimal amount");
    }
    try {
      BigDecimal minor = new BigDecimal(amount).movePointRight(currency.getDefaultFractionDigits());
      return new Money(minor.longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the amount does not fit the minor unit of " + currency, e);
    }
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** How many decimals the currency has: 2 for EUR, 0 for XOF, 3 for KWD. */
  public int exponent() {
    return currency.getDefaultFractionDigits();
  }

  @JsonIgnore // or it would be a field on the wire
  public boolean isZero() {
    return minorUnits == 0;
  }

  /**
   * @throws IllegalArgumentException for another currency
   * @throws ArithmeticException where the sum does not fit a {@code long}
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /** The difference, or zero where {@code other} is the larger one. */
  public Money minusOrZero(Money other) {
    requireSameCurrency(other);
    return new Money(Math.max(0, minorUnits - other.minorUnits), currency);
  }

  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(minorUnits, other.minorUnits);
  }

  /** In the main unit, with a point and the currency's code: {@code 49.00 EUR}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(minorUnits, exponent()).toPlainString() + " " + currency;
  }

  private static Currency currency(String code) {
    return Currency.getInstance(code.toUpperCase(Locale.ROOT));
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not compare");
    }
  }
}
