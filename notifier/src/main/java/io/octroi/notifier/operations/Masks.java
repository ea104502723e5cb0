package io.octroi.notifier.operations;

import io.octroi.contracts.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Shows as much of an address as an operator needs to recognise it, and no more. */
final class Masks {
  private static final int SHOWN_DIGITS = 3;

  private Masks() {}

  /** {@code a***@e***.com}; empty where there is none. */
  static String email(@Nullable String address) {
    if (address == null) {
      return "";
    }
    int at = address.lastIndexOf('@');
    if (at < 1) {
      return "***";
    }
    String domain = address.substring(at + 1);
    int dot = domain.lastIndexOf('.');
    return address.charAt(0)
        + "***@"
        + (domain.isEmpty() ? "" : domain.charAt(0))
        + "***"
        + (dot < 0 ? "" : domain.substring(dot));
  }

  /** {@code ***042}; empty where there is none. */
  static String phone(@Nullable String number) {
    return number == null ? "" : PhoneNumber.parse(number).map(PhoneNumber::masked).orElse("***");
  }

  /** The last digits; empty where there is none. */
  static String telegramUserId(@Nullable Long id) {
    if (id == null) {
      return "";
    }
    String digits = id.toString();
    return "***" + digits.substring(Math.max(0, digits.length() - SHOWN_DIGITS));
  }
}
