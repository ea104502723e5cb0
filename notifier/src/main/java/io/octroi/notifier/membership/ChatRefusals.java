package io.octroi.notifier.membership;

import io.octroi.notifier.LogKeys;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.telegram.TelegramAnswer;
import io.octroi.notifier.telegram.TelegramOutcomes;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a chat's refusal means, with the one that has a remedy of our own: a chat that moved. */
final class ChatRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(ChatRefusals.class);

  private final Chats chats;

  ChatRefusals(Chats chats) {
    this.chats = chats;
  }

  DeliveryOutcome outcome(TelegramAnswer.Rejected rejected, long chatId, Instant now) {
    rejected
        .migratedTo()
        .ifPresent(newId -> {
          chats.moved(chatId, newId, now);
          LOG.atWarn()
              .addKeyValue(LogKeys.CHAT, chatId)
              .log("a chat has a new id, which is used from now on; configure it");
        });
    return TelegramOutcomes.of(rejected);
  }
}
