package io.octroi.platform.telegram;

import io.octroi.platform.store.JsonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the stand-in remembers. Not safe by itself: its owner lets one thread in at a time. */
final class TelegramWorld {
  private static final int KEPT_MESSAGES = 10_000;

  /** What is kept in the file. */
  record Saved(
      Map<Long, TelegramChat> chats,
      Map<Long, TelegramUser> users,
      Map<String, InviteLink> links,
      List<SentMessage> messages,
      long lastMessageId,
      long lastLink,
      long lastUpdateId) {}

  private final Map<Long, TelegramChat> chats = new LinkedHashMap<>();
  private final Map<Long, TelegramUser> users = new LinkedHashMap<>();
  private final Map<String, InviteLink> links = new LinkedHashMap<>();
  private final List<SentMessage> messages = new ArrayList<>();
  private long lastMessageId;
  private long lastLink;
  private long lastUpdateId = 100_000_000;

  static TelegramWorld loadedFrom(Optional<JsonFile<Saved>> file) {
    TelegramWorld world = new TelegramWorld();
    file.flatMap(JsonFile::load).ifPresent(world::restore);
    return world;
  }

  private void restore(Saved saved) {
    chats.putAll(saved.chats());
    users.putAll(saved.users());
    links.putAll(saved.links());
    messages.addAll(saved.messages());
    lastMessageId = saved.lastMessageId();
    lastLink = saved.lastLink();
    lastUpdateId = saved.lastUpdateId();
  }

  Saved snapshot() {
    return new Saved(
        Map.copyOf(chats),
        Map.copyOf(users),
        new LinkedHashMap<>(links),
        List.copyOf(messages),
        lastMessageId,
        lastLink,
        lastUpdateId);
  }

  void put(TelegramChat chat) {
    chats.put(chat.id(), chat);
  }

  void put(TelegramUser user) {
    users.put(user.id(), user);
  }

  void put(InviteLink link) {
    links.put(link.link(), link);
  }

  Optional<TelegramChat> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  Optional<TelegramChat> chatNamed(String username) {
    return chats.values().stream()
        .filter(chat -> !username.isEmpty() && chat.username().equals(username))
        .findFirst();
  }

  Optional<TelegramUser> user(long id) {
    return Optional.ofNullable(users.get(id));
  }

  Optional<InviteLink> link(String link) {
    return Optional.ofNullable(links.get(link));
  }

  List<InviteLink> linksOf(long chatId) {
    return links.values().stream().filter(link -> link.chatId() == chatId).toList();
  }

  SentMessage sent(long chatId, String text, String parseMode, String replyMarkup, long date) {
    SentMessage message =
        new SentMessage(++lastMessageId, chatId, text, parseMode, replyMarkup, date);
    if (messages.size() == KEPT_MESSAGES) {
      messages.removeFirst();
    }
    messages.add(message);
    return message;
  }

  List<SentMessage> messages() {
    return List.copyOf(messages);
  }

  String newLink() {
    return "https://t.me/+octroi" + Long.toString(0x1_0000_0000L + ++lastLink, 36);
  }

  long newUpdateId() {
    return ++lastUpdateId;
  }
}
