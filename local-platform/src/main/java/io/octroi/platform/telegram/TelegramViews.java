package io.octroi.platform.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects as the Bot API writes them. */
final class TelegramViews {
  static final long BOT_ID = 900_000_007L;

  private TelegramViews() {}

  static Map<String, Object> bot() {
    Map<String, Object> bot = new LinkedHashMap<>();
    bot.put("id", BOT_ID);
    bot.put("is_bot", true);
    bot.put("first_name", "Octroi");
    bot.put("username", "octroi_local_bot");
    return bot;
  }

  static Map<String, Object> user(TelegramUser user) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", user.id());
    view.put("is_bot", false);
    view.put("first_name", user.firstName());
    return view;
  }

  static Map<String, Object> chat(TelegramChat chat) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", chat.id());
    view.put("title", chat.title());
    if (!chat.username().isEmpty()) {
      view.put("username", chat.username());
    }
    view.put("type", chat.type());
    return view;
  }

  static Map<String, Object> privateChat(TelegramUser user) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", user.id());
    view.put("first_name", user.firstName());
    view.put("type", "private");
    return view;
  }

  static Map<String, Object> member(TelegramUser user, String status) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("user", user(user));
    view.put("status", status);
    if (status.equals(TelegramChat.KICKED)) {
      view.put("until_date", 0);
    }
    return view;
  }

  static Map<String, Object> link(InviteLink link) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("invite_link", link.link());
    view.put("creator", bot());
    view.put("creates_join_request", link.createsJoinRequest());
    view.put("is_primary", false);
    view.put("is_revoked", link.revoked());
    if (!link.name().isEmpty()) {
      view.put("name", link.name());
    }
    if (link.expireDate() != 0) {
      view.put("expire_date", link.expireDate());
    }
    if (link.memberLimit() != 0) {
      view.put("member_limit", link.memberLimit());
    }
    return view;
  }

  static Map<String, Object> message(SentMessage message, Map<String, Object> chat) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("message_id", message.messageId());
    view.put("from", bot());
    view.put("chat", chat);
    view.put("date", message.date());
    view.put("text", message.text());
    return view;
  }
}
