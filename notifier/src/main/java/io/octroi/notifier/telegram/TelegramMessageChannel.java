package io.octroi.notifier.telegram;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.wording.Wording;
import java.util.Set;

/**
 * Private messages of the bot. Telegram has no idempotency key: a worker that dies between sending
 * and recording makes the message arrive twice.
 */
final class TelegramMessageChannel implements Channel {
  private final TelegramBot bot;
  private final Wording wording;

  TelegramMessageChannel(TelegramBot bot, Wording wording) {
    this.bot = bot;
    this.wording = wording;
  }

  @Override
  public Set<DeliveryAction> actions() {
    return Set.of(DeliveryAction.TELEGRAM_MESSAGE);
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    Long userId = assignment.contact().telegramUserId();
    if (userId == null) {
      return new DeliveryOutcome.Dropped("no_address");
    }
    String text =
        wording
            .of(
                assignment.notification(),
                assignment.contact().language(),
                assignment.known().openUntil())
            .asPlainText();
    return switch (bot.message(userId, text)) {
      case TelegramAnswer.Accepted accepted ->
          DeliveryOutcome.Sent.as(accepted.result().path("message_id").asString(""));
      case TelegramAnswer.Rejected rejected -> TelegramOutcomes.of(rejected);
      case TelegramAnswer.Unreachable unreachable -> TelegramOutcomes.of(unreachable);
    };
  }
}
