package io.octroi.contracts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as it can be dialled from everywhere (ITU-T E.164): a plus sign, the country's
 * calling code and the rest, 7 to 15 digits altogether.
 */
public record PhoneNumber(String e164) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int SHOWN_DIGITS = 3;

  /**
   * @throws IllegalArgumentException for anything but E.164; the message does not repeat it
   */
  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not a number in the form of E.164");
    }
  }

  /** Reads E.164 and nothing else: no spaces, no national form. */
  public static Optional<PhoneNumber> parse(String text) {
    return E164.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : Optional.empty();
  }

  /** The last digits: enough to recognise a number by, not enough to call it. */
  public String masked() {
    return "***" + e164.substring(e164.length() - SHOWN_DIGITS);
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "PhoneNumber[…]";
  }
}
