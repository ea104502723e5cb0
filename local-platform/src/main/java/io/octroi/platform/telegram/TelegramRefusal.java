package io.octroi.platform.telegram;

import java.util.Map;

/** A refusal in Telegram's words. Never leaves this package: it becomes an answer. */
final class TelegramRefusal extends RuntimeException {
  private final int code;
  private final transient Map<String, Long> parameters;

  private TelegramRefusal(int code, String description, Map<String, Long> parameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  static TelegramRefusal badRequest(String what) {
    return new TelegramRefusal(400, "Bad Request: " + what, Map.of());
  }

  static TelegramRefusal forbidden(String what) {
    return new TelegramRefusal(403, "Forbidden: " + what, Map.of());
  }

  static TelegramRefusal unauthorized() {
    return new TelegramRefusal(401, "Unauthorized", Map.of());
  }

  static TelegramRefusal unknownMethod() {
    return new TelegramRefusal(404, "Not Found: method not found", Map.of());
  }

  static TelegramRefusal conflict(String what) {
    return new TelegramRefusal(409, "Conflict: " + what, Map.of());
  }

  static TelegramRefusal tooMany(long seconds) {
    return new TelegramRefusal(
        429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
  }

  static TelegramRefusal upgradedTo(long chatId) {
    return new TelegramRefusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        Map.of("migrate_to_chat_id", chatId));
  }

  static TelegramRefusal broken() {
    return new TelegramRefusal(500, "Internal Server Error", Map.of());
  }

  int code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  Map<String, Long> parameters() {
    return parameters;
  }
}
