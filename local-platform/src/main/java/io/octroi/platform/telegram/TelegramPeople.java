package io.octroi.platform.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What people do in Telegram, and what they see there. Each change that a bot would be told of
 * becomes an update.
 */
public final class TelegramPeople {
  /** Runs one change alone and saves what it left. */
  interface Changes {
    <T> T make(Supplier<T> work);
  }

  private final TelegramWorld world;
  private final TelegramUpdates updates;
  private final TelegramMoves moves;
  private final Clock clock;
  private final Changes changes;

  TelegramPeople(
      TelegramWorld world,
      TelegramUpdates updates,
      TelegramMoves moves,
      Clock clock,
      Changes changes) {
    this.world = world;
    this.updates = updates;
    this.moves = moves;
    this.clock = clock;
    this.changes = changes;
  }

  /** Makes a private channel with the bot as administrator, unless it is there. */
  public void channel(long id, String title) {
    changes.make(() -> {
      if (world.chat(id).isEmpty()) {
        world.put(TelegramChat.of(id, "channel", title));
      }
      return id;
    });
  }

  /** Makes a chat, or replaces it. */
  public void put(TelegramChat chat) {
    changes.make(() -> {
      world.put(chat);
      return chat;
    });
  }

  /** Makes a person whom the bot may write to. */
  public void person(long id, String firstName) {
    put(new TelegramUser(id, firstName, TelegramUser.Reach.OPEN));
  }

  /** Makes a person, or replaces them: also how they come to block the bot. */
  public void put(TelegramUser user) {
    changes.make(() -> {
      world.put(user);
      return user;
    });
  }

  /** Changes what the bot is in a chat, as in administrator, member, kicked, left. */
  public void bot(long chatId, String status) {
    changes.make(() -> {
      world.put(existing(chatId).withBot(status));
      return status;
    });
  }

  /**
   * Makes somebody be something in a chat, as in creator, administrator, member, left, kicked,
   * while no update tells of it: as when Telegram loses one.
   */
  public void silently(long chatId, long userId, String status) {
    changes.make(() -> {
      world.put(existing(chatId).with(known(userId).id(), status));
      return status;
    });
  }

  /** A person opens an invite link. One never seen before is made. */
  public JoinOutcome join(String link, long userId) {
    return changes.make(() -> {
      TelegramUser user = known(userId);
      Optional<InviteLink> found = world.link(link).filter(this::valid);
      if (found.isEmpty()) {
        return JoinOutcome.INVALID_LINK;
      }
      TelegramChat chat = existing(found.get().chatId());
      if (chat.has(userId)) {
        return JoinOutcome.ALREADY_IN;
      }
      if (chat.statusOf(userId).equals(TelegramChat.KICKED)) {
        return JoinOutcome.BANNED;
      }
      return found.get().createsJoinRequest()
          ? request(chat, user, found.get())
          : enter(chat, user, found.get());
    });
  }

  private boolean valid(InviteLink link) {
    return !link.revoked() && !link.usedUp() && !link.expiredAt(now());
  }

  private JoinOutcome request(TelegramChat chat, TelegramUser user, InviteLink link) {
    world.put(chat.withRequestOf(user.id()));
    Map<String, Object> update = moves.update(TelegramViews.chat(chat), TelegramViews.user(user));
    update.put("user_chat_id", user.id());
    update.put("invite_link", TelegramViews.link(link));
    updates.add(world.newUpdateId(), "chat_join_request", update);
    return JoinOutcome.REQUESTED;
  }

  private JoinOutcome enter(TelegramChat chat, TelegramUser user, InviteLink link) {
    world.put(link.usedOnceMore());
    moves.byThemselves(chat, user, TelegramChat.MEMBER, Optional.of(link));
    return JoinOutcome.JOINED;
  }

  /** A person leaves a chat by themselves. */
  public void leave(long chatId, long userId) {
    changes.make(() -> {
      moves.byThemselves(existing(chatId), known(userId), TelegramChat.LEFT, Optional.empty());
      return userId;
    });
  }

  /** A person presses Start, with the deep link's payload or an empty one. */
  public void start(long userId, String payload) {
    changes.make(() -> {
      TelegramUser known = known(userId);
      TelegramUser user = new TelegramUser(userId, known.firstName(), TelegramUser.Reach.OPEN);
      world.put(user);
      Map<String, Object> update =
          moves.update(TelegramViews.privateChat(user), TelegramViews.user(user));
      update.put("message_id", world.newUpdateId());
      update.put("text", payload.isEmpty() ? "/start" : "/start " + payload);
      updates.add(world.newUpdateId(), "message", update);
      return userId;
    });
  }

  /** What a chat is like now. */
  public TelegramChat chat(long id) {
    return changes.make(() -> existing(id));
  }

  /** Invite links of a chat, oldest first. */
  public List<InviteLink> links(long chatId) {
    return changes.make(() -> world.linksOf(chatId));
  }

  /** Messages of the bot to one chat or person, oldest first. */
  public List<SentMessage> messages(long chatId) {
    return changes.make(world::messages).stream()
        .filter(message -> message.chatId() == chatId)
        .toList();
  }

  /** Updates that the bot has not taken yet. */
  public List<Map<String, Object>> waitingUpdates() {
    return updates.waiting();
  }

  /** Tries the webhook again for updates that it refused. */
  public void deliverWaitingUpdates() {
    updates.deliver();
  }

  private TelegramUser known(long id) {
    return world
        .user(id)
        .orElseGet(() -> {
          TelegramUser user = new TelegramUser(id, "User " + id, TelegramUser.Reach.NEVER_STARTED);
          world.put(user);
          return user;
        });
  }

  private TelegramChat existing(long id) {
    return world.chat(id).orElseThrow(() -> new IllegalArgumentException("no chat " + id));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
