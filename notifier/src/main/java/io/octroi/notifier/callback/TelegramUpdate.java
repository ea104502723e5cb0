package io.octroi.notifier.callback;

import java.time.Instant;

/** What an update of the bot says, as far as it matters here. Ids of chats are Telegram's own. */
sealed interface TelegramUpdate {

  /**
   * Somebody wrote {@code /start} to the bot.
   *
   * @param payload of the start link; empty without one
   */
  record Started(long userId, String payload, String language) implements TelegramUpdate {}

  /** Somebody asks to be let into a chat. */
  record JoinRequested(long chatId, long userId, Instant at) implements TelegramUpdate {}

  /**
   * Somebody is something else in a chat than before.
   *
   * @param status as Telegram has it: creator, administrator, member, restricted, left, kicked
   * @param isMember for {@code restricted}: whether they are in
   */
  record MemberChanged(long chatId, long userId, String status, boolean isMember, Instant at)
      implements TelegramUpdate {}

  /** The bot is something else in a chat than before. */
  record BotChanged(long chatId, String status, boolean mayInvite, boolean mayRestrict, Instant at)
      implements TelegramUpdate {}

  /** Somebody blocked the bot, or takes its messages again. */
  record ReachChanged(long userId, boolean reachable) implements TelegramUpdate {}

  /** A group has become a supergroup with another id. */
  record Migrated(long chatId, long newChatId) implements TelegramUpdate {}

  /** Nothing that matters here. */
  record Other() implements TelegramUpdate {}
}
