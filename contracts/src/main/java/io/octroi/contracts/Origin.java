package io.octroi.contracts;

import java.util.Locale;

/** The way on which a webhook's bytes came to us. */
public enum Origin {
  /** The provider posted them. */
  WEBHOOK,
  /** The provider posted them, they were refused then, and verified again later. */
  QUARANTINE,
  /** Listed by the provider's API, because no webhook had told of it. */
  BACKFILL,
  /** Asked of the provider's API, because a webhook could not be believed on its own. */
  CONFIRMATION;

  /** The value on the wire: {@code webhook}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a name that no way has
   */
  public static Origin ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
