package io.octroi.notifier.telegram;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.linking.AccountLink;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.linking.Links;
import io.octroi.notifier.wording.Wording;
import java.util.Optional;
import java.util.Set;

/**
 * Private messages of the bot. Telegram has no idempotency key: a worker that dies between sending
 * and recording makes the message arrive twice.
 */
final class TelegramMessageChannel implements Channel {
  private final TelegramBot bot;
  private final Wording wording;
  private final Links links;
  private final Linking linking;

  TelegramMessageChannel(TelegramBot bot, Wording wording, Links links, Linking linking) {
    this.bot = bot;
    this.wording = wording;
    this.links = links;
    this.linking = linking;
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
    Optional<String> unreachable = unreachable(userId);
    if (unreachable.isPresent()) {
      return new DeliveryOutcome.Refused(unreachable.get());
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
      case TelegramAnswer.Rejected rejected -> refused(rejected, userId);
      case TelegramAnswer.Unreachable lost -> TelegramOutcomes.of(lost);
    };
  }

  /** Why Telegram would refuse; who blocked the bot is not asked again until they start it. */
  private Optional<String> unreachable(long userId) {
    return links.ofAccount(userId).map(AccountLink::unreachable).filter(code -> !code.isEmpty());
  }

  private DeliveryOutcome refused(TelegramAnswer.Rejected rejected, long userId) {
    if (rejected.refusal().losesRecipient()) {
      linking.reach(userId, rejected.refusal().code());
    }
    return TelegramOutcomes.of(rejected);
  }
}
