package io.octroi.gateway.generic;

import java.util.Arrays;
import java.util.Locale;

/** Where the time stands that makes a copy of an old request worthless. It is always signed. */
enum GenericProfile {
  /** {@code X-Timestamp}; the signature is over {@code <X-Timestamp>.<body>}. */
  TIMESTAMPED,
  /**
   * Inside the body, as {@code timestamp} or {@code created_at}; the signature is over the body.
   */
  BODY_ONLY;

  /**
   * @param name as in the configuration; empty for the default, {@code timestamped}
   * @throws IllegalArgumentException for a name that no profile has
   */
  static GenericProfile ofName(String name) {
    if (name.isEmpty()) {
      return TIMESTAMPED;
    }
    return Arrays.stream(values())
        .filter(profile -> profile.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown profile " + name));
  }

  private String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
