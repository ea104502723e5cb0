package io.octroi.platform.telegram;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Changes what people are in chats, and tells the bot of it in updates. */
final class TelegramMoves {
  private final TelegramWorld world;
  private final TelegramUpdates updates;
  private final Clock clock;

  TelegramMoves(TelegramWorld world, TelegramUpdates updates, Clock clock) {
    this.world = world;
    this.updates = updates;
    this.clock = clock;
  }

  /** A person comes in or leaves by themselves. */
  void byThemselves(
      TelegramChat chat, TelegramUser user, String status, Optional<InviteLink> link) {
    Map<String, Object> update = update(TelegramViews.chat(chat), TelegramViews.user(user));
    link.ifPresent(used -> update.put("invite_link", TelegramViews.link(used)));
    move(chat, user, status, update);
  }

  /** The bot lets somebody in or puts them out; where nothing changes nothing is told. */
  void byBot(TelegramChat chat, TelegramUser user, String status) {
    if (chat.statusOf(user.id()).equals(status)) {
      world.put(chat.with(user.id(), status));
      return;
    }
    move(chat, user, status, update(TelegramViews.chat(chat), TelegramViews.bot()));
  }

  private void move(
      TelegramChat chat, TelegramUser user, String status, Map<String, Object> update) {
    update.put("old_chat_member", TelegramViews.member(user, chat.statusOf(user.id())));
    update.put("new_chat_member", TelegramViews.member(user, status));
    world.put(chat.with(user.id(), status));
    updates.add(world.newUpdateId(), "chat_member", update);
  }

  Map<String, Object> update(Map<String, Object> chat, Map<String, Object> from) {
    Map<String, Object> update = new LinkedHashMap<>();
    update.put("chat", chat);
    update.put("from", from);
    update.put("date", clock.instant().getEpochSecond());
    return update;
  }
}
