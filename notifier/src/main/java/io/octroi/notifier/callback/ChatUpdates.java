package io.octroi.notifier.callback;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.LogKeys;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.membership.Chats;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what happened in the chats; in the transaction it is called in. */
final class ChatUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(ChatUpdates.class);

  private final Chats chats;
  private final Links links;

  ChatUpdates(Chats chats, Links links) {
    this.chats = chats;
    this.links = links;
  }

  void take(TelegramUpdate update, VerifiedWebhook callback, String traceparent, Instant now) {
    switch (update) {
      case TelegramUpdate.ReachChanged change ->
          links.reachable(change.userId(), change.reachable() ? "" : "blocked");
      case TelegramUpdate.Migrated moved -> moved(moved, now);
      case TelegramUpdate.JoinRequested asked -> {}
      case TelegramUpdate.MemberChanged change -> {}
      case TelegramUpdate.BotChanged change -> {}
      case TelegramUpdate.Started start -> {}
      case TelegramUpdate.Other other -> {}
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
