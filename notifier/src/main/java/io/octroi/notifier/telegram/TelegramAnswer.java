package io.octroi.notifier.telegram;

import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What came of a call. */
public sealed interface TelegramAnswer {
  /** Telegram did it. */
  record Accepted(JsonNode result) implements TelegramAnswer {}

  /**
   * Telegram, or something on the way to it, refused.
   *
   * @param retryAfter the wait it asked for; zero where it did not
   * @param migratedTo the new id of a chat that has one
   */
  record Rejected(TelegramRefusal refusal, Duration retryAfter, OptionalLong migratedTo)
      implements TelegramAnswer {}

  /** No answer came; whether Telegram did it is unknown. */
  record Unreachable(String code) implements TelegramAnswer {}
}
