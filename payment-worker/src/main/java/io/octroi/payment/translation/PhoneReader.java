package io.octroi.payment.translation;

import io.octroi.contracts.PhoneNumber;
import io.octroi.payment.translation.PhoneProperties.Country;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads telephone numbers as people and providers write them. A number without a calling code is of
 * the configured country and exactly as long as that country's are, or it says nothing: a guess
 * would write to a stranger.
 */
final class PhoneReader {
  private static final Pattern PUNCTUATION = Pattern.compile("[ \\u00a0().\\-/]");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

  private final @Nullable Country country;

  PhoneReader(PhoneProperties settings) {
    this.country = settings.country();
  }

  /** A number that somebody typed. */
  Optional<PhoneNumber> typed(String text) {
    String number = PUNCTUATION.matcher(text).replaceAll("");
    if (number.startsWith("00")) {
      return PhoneNumber.parse("+" + number.substring(2));
    }
    return number.startsWith("+") ? PhoneNumber.parse(number) : national(number);
  }

  /** A subscriber's number as networks hand it on: all of its digits, with or without the plus. */
  static Optional<PhoneNumber> msisdn(String digits) {
    return PhoneNumber.parse(digits.startsWith("+") ? digits : "+" + digits);
  }

  private Optional<PhoneNumber> national(String number) {
    if (country == null || !DIGITS.matcher(number).matches()) {
      return Optional.empty();
    }
    String trunk = country.trunkPrefix();
    int length = country.nationalDigits();
    if (number.length() == length + trunk.length() && number.startsWith(trunk)) {
      return PhoneNumber.parse("+" + country.callingCode() + number.substring(trunk.length()));
    }
    return number.length() == length
        ? PhoneNumber.parse("+" + country.callingCode() + number)
        : Optional.empty();
  }
}
