package io.octroi.notifier.telegram;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the Bot API's answers; anything at all may come, and none of it is an exception. */
final class TelegramAnswers {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long LONGEST_RETRY_AFTER_SECONDS = Duration.ofDays(30).toSeconds();

  private TelegramAnswers() {}

  /**
   * @param status HTTP status
   * @param retryAfterHeader the header's value, where there is one
   */
  static TelegramAnswer read(
      int status, @Nullable String retryAfterHeader, byte @Nullable [] body) {
    JsonNode answer = json(body == null ? new byte[0] : body);
    if (answer.path("ok").asBoolean(false) && status < 300) {
      return new TelegramAnswer.Accepted(answer.path("result"));
    }
    JsonNode parameters = answer.path("parameters");
    JsonNode newChat = parameters.path("migrate_to_chat_id");
    return new TelegramAnswer.Rejected(
        TelegramRefusal.of(
            answer.path("error_code").asInt(status), answer.path("description").asString("")),
        retryAfter(parameters.path("retry_after").asLong(0), retryAfterHeader),
        newChat.canConvertToLong() ? OptionalLong.of(newChat.asLong()) : OptionalLong.empty());
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static Duration retryAfter(long parameterSeconds, @Nullable String header) {
    long seconds = parameterSeconds;
    if (seconds <= 0 && header != null && header.matches("[0-9]{1,9}")) {
      seconds = Long.parseLong(header);
    }
    return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_RETRY_AFTER_SECONDS));
  }
}
