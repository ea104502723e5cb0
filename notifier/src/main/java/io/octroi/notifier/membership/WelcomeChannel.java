package io.octroi.notifier.membership;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.Dropped;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.notifier.linking.Linking;
import io.octroi.notifier.telegram.TelegramAnswer;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramOutcomes;
import io.octroi.notifier.wording.Link;
import io.octroi.notifier.wording.Wording;
import java.util.List;
import java.util.Set;

/** Tells an account, once it is known, by which links it may come in. */
final class WelcomeChannel implements Channel {
  private final TelegramBot bot;
  private final Invitations invitations;
  private final Wording wording;
  private final Linking linking;

  WelcomeChannel(TelegramBot bot, Invitations invitations, Wording wording, Linking linking) {
    this.bot = bot;
    this.invitations = invitations;
    this.wording = wording;
    this.linking = linking;
  }

  private DeliveryOutcome refused(TelegramAnswer.Rejected rejected, long userId) {
    if (rejected.refusal().losesRecipient()) {
      linking.reach(userId, rejected.refusal().code());
    }
    return TelegramOutcomes.of(rejected);
  }

  @Override
  public Set<DeliveryAction> actions() {
    return Set.of(DeliveryAction.TELEGRAM_LINKS);
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    Long userId = assignment.contact().telegramUserId();
    if (userId == null) {
      return new Dropped("no_address");
    }
    List<Invitation> links =
        invitations.usableOf(assignment.notification().access().subscriptionId(), assignment.now());
    if (links.isEmpty()) {
      return invitations.arePending(assignment.notification().id())
          ? RetryLater.unavailable("links_pending")
          : new Dropped("no_link_to_tell");
    }
    String text =
        wording
            .withLinks(
                assignment.notification(),
                assignment.contact().language(),
                links.stream().map(i -> Link.invitation(i.link(), i.expiresAt())).toList(),
                false)
            .asPlainText();
    return switch (bot.message(userId, text)) {
      case TelegramAnswer.Accepted accepted ->
          new Sent(
              accepted.result().path("message_id").asString(""),
              () -> invitations.told(links, assignment.now()));
      case TelegramAnswer.Rejected rejected -> refused(rejected, userId);
      case TelegramAnswer.Unreachable unreachable -> TelegramOutcomes.of(unreachable);
    };
  }
}
