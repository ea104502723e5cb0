package io.octroi.notifier.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail address, in the form that every server takes (RFC 5321 without quoted local parts and
 * address literals). Nothing that could end a header or add a recipient gets through.
 */
record MailAddress(String localPart, String domain) {
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST = 254;

  static Optional<MailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
      return Optional.empty();
    }
    String localPart = text.substring(0, at);
    if (!LOCAL_PART.matcher(localPart).matches()) {
      return Optional.empty();
    }
    return asciiDomain(text.substring(at + 1)).map(domain -> new MailAddress(localPart, domain));
  }

  private static Optional<String> asciiDomain(String domain) {
    try {
      String ascii = IDN.toASCII(domain);
      return ascii.length() <= LONGEST_DOMAIN && DOMAIN.matcher(ascii).matches()
          ? Optional.of(ascii)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String asText() {
    return localPart + "@" + domain;
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "MailAddress[…]";
  }
}
