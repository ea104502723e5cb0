package io.octroi.platform.telegram;

import java.time.Duration;

/** What a stand-in can be told to answer to the next calls of a method. */
public sealed interface TelegramFault {
  /** 429 with retry_after, in whole seconds. */
  record TooManyRequests(Duration retryAfter) implements TelegramFault {}

  /** 400: the group has become a supergroup with another id. */
  record Upgraded(long newChatId) implements TelegramFault {}

  /** 500. */
  record Broken() implements TelegramFault {}

  /** 400 with any text after "Bad Request: ". */
  record BadRequest(String text) implements TelegramFault {}

  /** 403 with any text after "Forbidden: ". */
  record Forbidden(String text) implements TelegramFault {}

  /** The connection ends without an answer, before anything was done. */
  record HangUp() implements TelegramFault {}

  /** The call is carried out, and then the connection ends without an answer. */
  record HangUpAfter() implements TelegramFault {}
}
