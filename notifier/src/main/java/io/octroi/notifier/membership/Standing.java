package io.octroi.notifier.membership;

import java.util.Locale;

/** What an account is in a chat. */
public enum Standing {
  /** Nobody has said. */
  UNKNOWN,
  OUTSIDE,
  INSIDE,
  ADMINISTRATOR,
  OWNER,
  BANNED;

  /** The name that is stored: {@code inside}. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Standing ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Reads Telegram's own word.
   *
   * @param isMember for {@code restricted}: whether they are in
   */
  public static Standing ofStatus(String status, boolean isMember) {
    return switch (status) {
      case "creator" -> OWNER;
      case "administrator" -> ADMINISTRATOR;
      case "member" -> INSIDE;
      case "restricted" -> isMember ? INSIDE : OUTSIDE;
      case "left" -> OUTSIDE;
      case "kicked" -> BANNED;
      default -> UNKNOWN;
    };
  }

  /** Whether they can read the chat. */
  boolean isIn() {
    return this == INSIDE || this == ADMINISTRATOR || this == OWNER;
  }
}
