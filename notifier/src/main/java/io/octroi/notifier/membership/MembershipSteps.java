package io.octroi.notifier.membership;

import io.octroi.notifier.membership.StepOutcome.Done;
import io.octroi.notifier.membership.StepOutcome.Later;
import io.octroi.notifier.membership.StepOutcome.Stopped;
import io.octroi.notifier.telegram.TelegramAnswer;
import io.octroi.notifier.telegram.TelegramBot;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Carries steps out at Telegram; outside any transaction. Every step may be repeated. */
final class MembershipSteps {
  /** As many calls as fit into a lease; what is left is another step. */
  private static final int LINKS_PER_STEP = 2;

  private final TelegramBot bot;
  private final Chats chats;
  private final Invitations invitations;
  private final MembershipLeases leases;
  private final ChatStops stops;
  private final MembershipFindings findings;

  MembershipSteps(
      TelegramBot bot,
      Chats chats,
      Invitations invitations,
      MembershipLeases leases,
      ChatStops stops,
      MembershipFindings findings) {
    this.bot = bot;
    this.chats = chats;
    this.invitations = invitations;
    this.leases = leases;
    this.stops = stops;
    this.findings = findings;
  }

  /** Asks what an account is in a chat. */
  StepOutcome look(Membership m, Instant now) {
    TelegramAnswer answer = bot.member(chats.currentId(m.chatId()), m.telegramUserId());
    if (answer instanceof TelegramAnswer.Accepted accepted) {
      stops.works(m.chatId());
      Standing standing =
          Standing.ofStatus(
              accepted.result().path("status").asString(""),
              accepted.result().path("is_member").asBoolean(false));
      return new Done(standing, "", false);
    }
    return outcome(answer, m, now, () -> new Done(Standing.OUTSIDE, "", false));
  }

  StepOutcome carryOut(Step step, Membership m, Standing standing, Instant now) {
    return switch (step) {
      case Step.Approve approve -> approve(m, standing, now);
      case Step.Decline decline ->
          outcome(
              bot.decline(chats.currentId(m.chatId()), m.telegramUserId()),
              m,
              now,
              () -> new Done(standing, "declined", false));
      case Step.Remove remove -> remove(m, now);
      case Step.Lift lift -> lift(m, now, "ban-lifted");
      case Step.Revoke revoke -> revoke(m, standing, now);
      case Step.Invite invite -> new Done(standing, "invited", false);
      case Step.Nothing nothing -> new Done(standing, "", false);
    };
  }

  private StepOutcome approve(Membership m, Standing standing, Instant now) {
    TelegramAnswer answer = bot.approve(chats.currentId(m.chatId()), m.telegramUserId());
    boolean missing =
        answer instanceof TelegramAnswer.Rejected rejected
            && rejected.refusal().code().equals("join_request_missing");
    return missing
        ? new Done(standing, "", false)
        : outcome(answer, m, now, () -> new Done(Standing.INSIDE, "approved", true));
  }

  private StepOutcome remove(Membership m, Instant now) {
    if (!leases.owesLift(m)) {
      return Later.unavailable("lease_lost");
    }
    StepOutcome banned =
        outcome(
            bot.ban(chats.currentId(m.chatId()), m.telegramUserId()),
            m,
            now,
            () -> new Done(Standing.BANNED, "", false));
    if (!(banned instanceof Done done) || done.standing() != Standing.BANNED) {
      return banned;
    }
    findings.removed(m.chatId(), m.customerId());
    return lift(m, now, "removed");
  }

  private StepOutcome lift(Membership m, Instant now, String did) {
    return outcome(
        bot.unban(chats.currentId(m.chatId()), m.telegramUserId()),
        m,
        now,
        () -> new Done(Standing.OUTSIDE, did, true));
  }

  private StepOutcome revoke(Membership m, Standing standing, Instant now) {
    List<Invitation> open =
        standing.isIn()
            ? invitations.usedOf(m.customerId(), m.chatId(), now, LINKS_PER_STEP + 1)
            : invitations.openOf(m.customerId(), m.chatId(), now, LINKS_PER_STEP + 1);
    for (Invitation invitation : open.stream().limit(LINKS_PER_STEP).toList()) {
      StepOutcome revoked =
          outcome(
              bot.revoke(chats.currentId(m.chatId()), invitation.link()),
              m,
              now,
              () -> {
                invitations.revoked(invitation, now);
                return new Done(standing, "", false);
              });
      if (!(revoked instanceof Done)) {
        return revoked;
      }
    }
    return new Done(standing, "link-revoked", open.size() > LINKS_PER_STEP);
  }

  private StepOutcome outcome(
      TelegramAnswer answer, Membership m, Instant now, Supplier<StepOutcome> done) {
    return switch (answer) {
      case TelegramAnswer.Accepted accepted -> {
        stops.works(m.chatId());
        yield done.get();
      }
      case TelegramAnswer.Unreachable unreachable -> Later.unavailable(unreachable.code());
      case TelegramAnswer.Rejected rejected -> refused(rejected, m, now, done);
    };
  }

  private StepOutcome refused(
      TelegramAnswer.Rejected rejected, Membership m, Instant now, Supplier<StepOutcome> done) {
    String code = rejected.refusal().code();
    return switch (rejected.refusal().meaning()) {
      case ALREADY_DONE -> done.get();
      case RECIPIENT_GONE -> new Done(Standing.OUTSIDE, "account-gone", false);
      case CHAT_OWNER -> stopped(m, Standing.OWNER, code);
      case MEMBER_ADMINISTRATES -> stopped(m, Standing.ADMINISTRATOR, code);
      case RECIPIENT_UNREACHABLE, UNKNOWN, OUT_OF_ORDER -> Later.unavailable(code);
      case NOT_PERMITTED -> {
        stops.stop(m.chatId(), code, now);
        yield Later.unavailable(code);
      }
      case BOT_MISCONFIGURED -> {
        findings.botMisconfigured(code);
        yield Later.unavailable(code);
      }
      case CHAT_MIGRATED -> {
        rejected.migratedTo().ifPresent(newId -> chats.moved(m.chatId(), newId, now));
        yield Later.unavailable(code);
      }
      case TOO_MANY_REQUESTS -> new Later(rejected.retryAfter(), code, true);
    };
  }

  private StepOutcome stopped(Membership m, Standing standing, String code) {
    findings.notRemovable(m.chatId(), m.customerId(), code);
    return new Stopped(standing, code);
  }
}
