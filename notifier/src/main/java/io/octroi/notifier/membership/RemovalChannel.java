package io.octroi.notifier.membership;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.notifier.subscription.SubscriptionStates;
import io.octroi.notifier.telegram.TelegramAnswer;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramOutcomes;
import java.util.Optional;
import java.util.Set;

/**
 * Puts members out: a ban, which removes, and its lifting, so that who pays again can come back.
 * Both may be repeated.
 */
final class RemovalChannel implements Channel {
  private final TelegramBot bot;
  private final Chats chats;
  private final ChatRefusals refusals;
  private final SubscriptionStates subscriptions;

  RemovalChannel(
      TelegramBot bot, Chats chats, ChatRefusals refusals, SubscriptionStates subscriptions) {
    this.bot = bot;
    this.chats = chats;
    this.refusals = refusals;
    this.subscriptions = subscriptions;
  }

  @Override
  public Set<DeliveryAction> actions() {
    return Set.of(DeliveryAction.TELEGRAM_REMOVAL);
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    Long userId = assignment.contact().telegramUserId();
    if (userId == null) {
      return new Dropped("no_address");
    }
    long chatId = Long.parseLong(assignment.delivery().target());
    String customerId = assignment.notification().subject().customerId();
    if (chats.isOpenedByActive(subscriptions.ofCustomerOrAccount(customerId, userId), chatId)) {
      return abandon(assignment, "paid_for_otherwise");
    }
    Optional<DeliveryOutcome> stopped = refusals.stopped(assignment, chatId);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    DeliveryOutcome banned = outcome(bot.ban(chats.currentId(chatId), userId), assignment, chatId);
    return switch (banned) {
      case Sent sent -> lift(assignment, chatId, userId);
      case DeliveryOutcome.RetryLater later -> later;
      case DeliveryOutcome.Refused refused -> refused;
      case Dropped dropped -> dropped;
    };
  }

  /** An earlier attempt may have banned and not come to lift the ban: nobody who paid stays out. */
  @Override
  public DeliveryOutcome abandon(Assignment assignment, String reason) {
    Long userId = assignment.contact().telegramUserId();
    if (assignment.delivery().attempt() == 1 || userId == null) {
      return new Dropped(reason);
    }
    long chatId = Long.parseLong(assignment.delivery().target());
    DeliveryOutcome lifted = lift(assignment, chatId, userId);
    return switch (lifted) {
      case Sent sent -> new Dropped(reason);
      case Dropped dropped -> new Dropped(reason);
      case DeliveryOutcome.RetryLater later -> later;
      case DeliveryOutcome.Refused refused -> refused;
    };
  }

  private DeliveryOutcome lift(Assignment assignment, long chatId, long userId) {
    return outcome(bot.unban(chats.currentId(chatId), userId), assignment, chatId);
  }

  private DeliveryOutcome outcome(TelegramAnswer answer, Assignment assignment, long chatId) {
    return switch (answer) {
      case TelegramAnswer.Accepted accepted -> {
        refusals.works(chatId);
        yield Sent.as("");
      }
      case TelegramAnswer.Rejected rejected ->
          switch (rejected.refusal().meaning()) {
            // Whose account is gone is in no chat.
            case RECIPIENT_GONE -> Sent.as("");
            case ALREADY_DONE,
                RECIPIENT_UNREACHABLE,
                CHAT_OWNER,
                NOT_PERMITTED,
                MEMBER_ADMINISTRATES,
                BOT_MISCONFIGURED,
                CHAT_MIGRATED,
                TOO_MANY_REQUESTS,
                OUT_OF_ORDER,
                UNKNOWN ->
                refusals.outcome(rejected, chatId, assignment);
          };
      case TelegramAnswer.Unreachable unreachable -> TelegramOutcomes.of(unreachable);
    };
  }
}
