package io.octroi.notifier.delivery;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryStatus {
  /** The customer's address is not known yet. */
  WAITING_CONTACT,
  /** A worker may take it from {@code due_at} on. */
  DUE,
  /** A worker has it until {@code due_at}; then another may take it over. */
  SENDING,
  /** The channel accepted it. */
  SENT,
  /** It will not be sent unless a person starts it again. */
  FAILED,
  /** What it tells or does is no longer true. */
  DROPPED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a name that no status has
   */
  public static DeliveryStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
