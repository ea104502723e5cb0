package io.octroi.contracts;

import java.util.Locale;

/** How far a webhook's bytes can be believed. */
public enum Trust {
  /** A signature proves that the provider wrote these bytes. */
  SIGNED,
  /** Anyone may have written them: a reason to ask the provider, never a reason to move money. */
  HINT;

  /** The value on the wire: {@code signed}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a name that no level has
   */
  public static Trust ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
