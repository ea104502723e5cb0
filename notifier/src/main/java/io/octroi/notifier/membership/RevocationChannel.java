package io.octroi.notifier.membership;

import io.octroi.notifier.delivery.Assignment;
import io.octroi.notifier.delivery.Channel;
import io.octroi.notifier.delivery.DeliveryAction;
import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.notifier.telegram.TelegramAnswer;
import io.octroi.notifier.telegram.TelegramBot;
import io.octroi.notifier.telegram.TelegramOutcomes;
import io.octroi.notifier.telegram.TelegramRefusal.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Revokes the links of a subscription that is over, used or not. */
final class RevocationChannel implements Channel {
  /** As many calls as fit into a lease; what is left is done by the next attempt. */
  private static final int LINKS_PER_ATTEMPT = 2;

  private final TelegramBot bot;
  private final Chats chats;
  private final ChatRefusals refusals;
  private final Invitations invitations;

  RevocationChannel(TelegramBot bot, Chats chats, ChatRefusals refusals, Invitations invitations) {
    this.bot = bot;
    this.chats = chats;
    this.refusals = refusals;
    this.invitations = invitations;
  }

  @Override
  public Set<DeliveryAction> actions() {
    return Set.of(DeliveryAction.TELEGRAM_REVOCATION);
  }

  @Override
  public DeliveryOutcome send(Assignment assignment) {
    long chatId = Long.parseLong(assignment.delivery().target());
    Optional<DeliveryOutcome> stopped = refusals.stopped(assignment, chatId);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    List<Invitation> usable =
        invitations.usableBefore(
            assignment.notification(), chatId, assignment.now(), LINKS_PER_ATTEMPT + 1);
    for (Invitation invitation : usable.stream().limit(LINKS_PER_ATTEMPT).toList()) {
      Optional<DeliveryOutcome> refusal = revoke(invitation, chatId, assignment);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    return usable.size() > LINKS_PER_ATTEMPT
        ? RetryLater.unavailable("more_links_to_revoke")
        : Sent.as("");
  }

  private Optional<DeliveryOutcome> revoke(
      Invitation invitation, long chatId, Assignment assignment) {
    return switch (bot.revoke(chats.currentId(chatId), invitation.link())) {
      case TelegramAnswer.Accepted accepted -> done(invitation, assignment);
      case TelegramAnswer.Rejected rejected ->
          rejected.refusal().meaning() == Meaning.ALREADY_DONE
              ? done(invitation, assignment)
              : Optional.of(refusals.outcome(rejected, chatId, assignment));
      case TelegramAnswer.Unreachable unreachable -> Optional.of(TelegramOutcomes.of(unreachable));
    };
  }

  private Optional<DeliveryOutcome> done(Invitation invitation, Assignment assignment) {
    invitations.revoked(invitation, assignment.now());
    return Optional.empty();
  }
}
