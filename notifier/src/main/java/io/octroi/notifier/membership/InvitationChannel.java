package io.octroi.notifier.membership;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.telegram.TelegramAnswer;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramOutcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Makes invitation links. Telegram cannot be asked for the link of an earlier attempt: a worker
 * that dies between making one and recording it leaves a link that nobody knows, that lets nobody
 * in and that expires.
 */
final class InvitationChannel implements Channel {
  private final TelegramBot bot;
  private final Chats chats;
  private final ChatRefusals refusals;
  private final Invitations invitations;
  private final Duration linkValidity;

  InvitationChannel(
      TelegramBot bot,
      Chats chats,
      ChatRefusals refusals,
      Invitations invitations,
      Duration linkValidity) {
    this.bot = bot;
    this.chats = chats;
    this.refusals = refusals;
    this.invitations = invitations;
    this.linkValidity = linkValidity;
  }

  @Override
  public Set<DeliveryAction> actions() {
    return Set.of(DeliveryAction.TELEGRAM_INVITATION);
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    long chatId = Long.parseLong(assignment.delivery().target());
    Optional<DeliveryOutcome> stopped = refusals.stopped(assignment, chatId);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    Instant expiresAt = expiry(assignment.now(), assignment.subscription().endsAt());
    String name = linkName(assignment.notification());
    return switch (bot.invite(chats.currentId(chatId), name, expiresAt)) {
      case TelegramAnswer.Accepted accepted ->
          made(assignment, chatId, accepted.result().path("invite_link").asString(""), expiresAt);
      case TelegramAnswer.Rejected rejected ->
          withoutLink(refusals.outcome(rejected, chatId, assignment));
      case TelegramAnswer.Unreachable unreachable -> TelegramOutcomes.of(unreachable);
    };
  }

  private DeliveryOutcome made(Assignment assignment, long chatId, String link, Instant expiresAt) {
    if (!link.startsWith("https://")) {
      return DeliveryOutcome.RetryLater.refusedForNow("no_link_in_answer");
    }
    refusals.works(chatId);
    Invitation invitation = new Invitation(assignment.delivery().id(), chatId, link, expiresAt);
    // The link is a key: it goes into its own table and not into the delivery operators look at.
    return new DeliveryOutcome.Sent(
        "", () -> invitations.store(assignment.notification(), invitation, assignment.now()));
  }

  /** No refusal makes a link: what is "done already" elsewhere is not done here. */
  private static DeliveryOutcome withoutLink(DeliveryOutcome outcome) {
    return outcome instanceof DeliveryOutcome.Sent
        ? DeliveryOutcome.RetryLater.refusedForNow("no_link_in_answer")
        : outcome;
  }

  private Instant expiry(Instant now, Instant accessEndsAt) {
    Instant latest = now.plus(linkValidity);
    return latest.isBefore(accessEndsAt) ? latest : accessEndsAt;
  }

  /** Telegram allows 32 characters: an id without its dashes. */
  static String linkName(Notification notification) {
    return notification.id().toString().replace("-", "");
  }
}
