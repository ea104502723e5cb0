package io.octroi.notifier.callback;

import io.octroi.notifier.callback.TelegramUpdate.BotChanged;
import io.octroi.notifier.callback.TelegramUpdate.JoinRequested;
import io.octroi.notifier.callback.TelegramUpdate.MemberChanged;
import io.octroi.notifier.callback.TelegramUpdate.Migrated;
import io.octroi.notifier.callback.TelegramUpdate.Other;
import io.octroi.notifier.callback.TelegramUpdate.ReachChanged;
import io.octroi.notifier.callback.TelegramUpdate.Started;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads updates; anything at all may come, and none of it is an exception. */
final class TelegramUpdates {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** In a private chat a command may be addressed to the bot by name. */
  private static final Pattern START =
      Pattern.compile("/start(?:@[A-Za-z0-9_]{1,64})?(?:\\s+(\\S{1,256}))?\\s*");

  private TelegramUpdates() {}

  static TelegramUpdate read(byte[] body) {
    JsonNode update;
    try {
      update = JSON.readTree(body);
    } catch (JacksonException e) {
      return new Other();
    }
    if (update.has("message")) {
      return message(update.path("message"));
    }
    if (update.has("chat_join_request")) {
      return joinRequest(update.path("chat_join_request"));
    }
    if (update.has("chat_member")) {
      return member(update.path("chat_member"));
    }
    if (update.has("my_chat_member")) {
      return bot(update.path("my_chat_member"));
    }
    return new Other();
  }

  private static TelegramUpdate message(JsonNode message) {
    JsonNode chat = message.path("chat");
    JsonNode movedTo = message.path("migrate_to_chat_id");
    if (isId(chat.path("id")) && isId(movedTo)) {
      return new Migrated(chat.path("id").asLong(), movedTo.asLong());
    }
    JsonNode from = message.path("from");
    Matcher start = START.matcher(message.path("text").asString(""));
    if (!isPrivate(chat) || !isPerson(from) || !start.matches()) {
      return new Other();
    }
    String payload = start.group(1);
    return new Started(
        from.path("id").asLong(),
        payload == null ? "" : payload,
        from.path("language_code").asString(""));
  }

  private static TelegramUpdate joinRequest(JsonNode request) {
    JsonNode chat = request.path("chat").path("id");
    JsonNode from = request.path("from");
    return isId(chat) && isPerson(from)
        ? new JoinRequested(chat.asLong(), from.path("id").asLong(), at(request))
        : new Other();
  }

  private static TelegramUpdate member(JsonNode change) {
    JsonNode chat = change.path("chat").path("id");
    JsonNode now = change.path("new_chat_member");
    return isId(chat) && isPerson(now.path("user"))
        ? new MemberChanged(
            chat.asLong(),
            now.path("user").path("id").asLong(),
            now.path("status").asString(""),
            now.path("is_member").asBoolean(false),
            at(change))
        : new Other();
  }

  private static TelegramUpdate bot(JsonNode change) {
    JsonNode chat = change.path("chat");
    JsonNode now = change.path("new_chat_member");
    String status = now.path("status").asString("");
    if (!isId(chat.path("id")) || status.isEmpty()) {
      return new Other();
    }
    return isPrivate(chat)
        ? new ReachChanged(chat.path("id").asLong(), !status.equals("kicked"))
        : new BotChanged(
            chat.path("id").asLong(),
            status,
            now.path("can_invite_users").asBoolean(false),
            now.path("can_restrict_members").asBoolean(false),
            at(change));
  }

  private static boolean isPrivate(JsonNode chat) {
    return chat.path("type").asString("").equals("private");
  }

  private static boolean isPerson(JsonNode user) {
    return isId(user.path("id")) && !user.path("is_bot").asBoolean(false);
  }

  private static boolean isId(JsonNode id) {
    return id.isIntegralNumber() && id.canConvertToLong() && id.asLong() != 0;
  }

  private static Instant at(JsonNode change) {
    return Instant.ofEpochSecond(Math.clamp(change.path("date").asLong(0), 0L, 1L << 40));
  }
}
