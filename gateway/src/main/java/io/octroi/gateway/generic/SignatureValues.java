package io.octroi.gateway.generic;

import io.octroi.gateway.scheme.Attempt;
import io.octroi.gateway.scheme.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code [sha256=]<hex>[,…]}: the values under SHA-256, in lower case. */
record SignatureValues(List<String> hex) {
  /** A sender in the middle of a rotation offers two. */
  static final int MAX_VALUES = 20;

  private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9-]{1,15})=(.+)");

  static Attempt<SignatureValues> parse(String header) {
    List<String> hex = new ArrayList<>();
    for (String item : header.split(",", -1)) {
      Matcher named = NAMED.matcher(item.strip());
      if (!named.matches()) {
        hex.add(item.strip().toLowerCase(Locale.ROOT));
      } else if (named.group(1).equals("sha256")) {
        hex.add(named.group(2).toLowerCase(Locale.ROOT));
      }
    }
    if (hex.isEmpty()) {
      return Attempt.failed(RejectionReason.UNSUPPORTED_ALGORITHM);
    }
    return hex.size() > MAX_VALUES
        ? Attempt.failed(RejectionReason.HEADER_TOO_LARGE)
        : Attempt.passed(new SignatureValues(hex));
  }
}
