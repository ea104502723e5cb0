package io.octroi.contracts;

import java.util.Locale;

/** How far a webhook's bytes can be believed. */
public enum Trust {
  /** A signature proves that the provider wrote these bytes. */
  SIGNED,
  /** We asked the provider's API over TLS, and these are its own words. */
  FETCHED,
  /** The sender is proved, but not every byte: the provider must be asked before money moves. */
  WEAK,
  /** Anyone may have written them: a reason to ask the provider, never a reason to move money. */
  HINT;

  /** Whether the bytes speak for themselves, so that money may move on their word. */
  public boolean believable() {
    return this == SIGNED || this == FETCHED;
  }

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
