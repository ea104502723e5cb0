package io.octroi.notifier.callback;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.membership.ChatStops;
import io.octroi.notifier.membership.Chats;
import io.octroi.notifier.membership.Memberships;
import io.octroi.notifier.membership.Standing;
import io.octroi.runtime.log.LogKeys;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what happened in the chats; in the transaction it is called in. */
final class ChatUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(ChatUpdates.class);

  private final Chats chats;
  private final Memberships memberships;
  private final ChatStops stops;
  private final Linking linking;

  ChatUpdates(Chats chats, Memberships memberships, ChatStops stops, Linking linking) {
    this.chats = chats;
    this.memberships = memberships;
    this.stops = stops;
    this.linking = linking;
  }

  void take(TelegramUpdate update, VerifiedWebhook callback, Instant now) {
    switch (update) {
      case TelegramUpdate.ReachChanged change ->
          linking.reach(change.userId(), change.reachable() ? "" : "blocked");
      case TelegramUpdate.Migrated moved -> moved(moved, now);
      case TelegramUpdate.JoinRequested asked ->
          chats
              .configuredId(asked.chatId())
              .ifPresent(chat -> memberships.asked(chat, asked.userId(), asked.at(), now));
      case TelegramUpdate.MemberChanged change ->
          chats
              .configuredId(change.chatId())
              .ifPresent(chat -> memberships.seen(seen(chat, change, callback), now));
      case TelegramUpdate.BotChanged change ->
          chats.configuredId(change.chatId()).ifPresent(chat -> bot(chat, change, now));
      case TelegramUpdate.Started start -> {}
      case TelegramUpdate.Other other -> {}
    }
  }

  private static Memberships.Seen seen(
      long chat, TelegramUpdate.MemberChanged change, VerifiedWebhook callback) {
    return new Memberships.Seen(
        chat,
        change.userId(),
        Standing.ofStatus(change.status(), change.isMember()),
        change.at(),
        Long.parseLong(callback.eventId()));
  }

  private void bot(long chat, TelegramUpdate.BotChanged change, Instant now) {
    if (!change.status().equals("administrator")) {
      stops.stop(chat, "bot_is_" + change.status(), now);
    } else if (change.mayInvite() && change.mayRestrict()) {
      stops.works(chat);
    } else {
      stops.stop(chat, "bot_lacks_rights", now);
    }
  }

  private void moved(TelegramUpdate.Migrated moved, Instant now) {
    chats
        .configuredId(moved.chatId())
        .ifPresent(chat -> {
          chats.moved(chat, moved.newChatId(), now);
          LOG.atWarn()
              .addKeyValue(LogKeys.CHAT, chat)
              .log("a chat has a new id, which is used from now on; configure it");
        });
  }
}
