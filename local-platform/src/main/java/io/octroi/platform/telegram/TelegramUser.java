package io.octroi.platform.telegram;

/** A person, as far as a bot can tell. */
public record TelegramUser(long id, String firstName, Reach reach) {
  /** Whether the bot may write to them. */
  public enum Reach {
    /** They pressed Start. */
    OPEN,
    /** They never did. */
    NEVER_STARTED,
    /** They blocked the bot. */
    BLOCKED,
    /** Their account is gone. */
    DEACTIVATED
  }
}
