package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.platform.telegram.JoinOutcome;
import io.octroi.platform.telegram.TelegramCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What tests of the bot's updates share: updates come from the stand-in, over the broker. */
abstract class LinkingContext extends NotifierContext {
  private static final Pattern START_LINK =
      Pattern.compile("https://t\\.me/octroi_local_bot\\?start=([A-Za-z0-9_-]{1,64})");
  private final Set<String> published = new HashSet<>();

  /** What happened to a member since the last time and the bot was not told yet, oldest first. */
  protected List<VerifiedWebhook> updatesOf(EventExamples member) {
    return updatesOf(userId(member));
  }

  protected List<VerifiedWebhook> updatesOf(long userId) {
    String id = "\"id\":" + userId;
    return TELEGRAM.people().waitingUpdates().stream()
        .map(LinkingContext::callback)
        .filter(callback -> new String(callback.body(), StandardCharsets.UTF_8).contains(id))
        .filter(callback -> published.add(callback.eventId()))
        .toList();
  }

  /** Tells the bot what happened to a member. */
  protected void tellUpdatesOf(EventExamples member) {
    updatesOf(member).forEach(this::publish);
  }

  static VerifiedWebhook callback(Map<String, Object> update) {
    String kind =
        update.keySet().stream()
            .filter(name -> !name.equals("update_id"))
            .findFirst()
            .orElseThrow();
    return new VerifiedWebhook(
        "telegram",
        "telegram",
        String.valueOf(update.get("update_id")),
        kind,
        String.valueOf(update.get("update_id")),
        CLOCK.instant(),
        Instant.parse("2026-11-21T09:00:00Z"),
        Provenance.webhook(Trust.WEAK, "v1"),
        JsonMapper.shared().writeValueAsBytes(update));
  }

  /** The token of the start link in a member's latest mail. */
  protected static String startToken(EventExamples member) {
    Matcher link = START_LINK.matcher(mailsTo(member).getLast().text());
    assertThat(link.find()).as("a start link in the mail").isTrue();
    return link.group(1);
  }

  /** A member opens a start link in Telegram. */
  protected void start(EventExamples member, String token) {
    TELEGRAM.people().start(userId(member), token);
    tellUpdatesOf(member);
  }

  /** A member follows an invitation link, and the bot is told and answers. */
  protected void ask(EventExamples member, String link) throws InterruptedException {
    assertThat(TELEGRAM.people().join(link, userId(member))).isEqualTo(JoinOutcome.REQUESTED);
    tellUpdatesOf(member);
    reconcile();
  }

  protected static boolean isIn(EventExamples member) {
    return TELEGRAM.people().chat(CHAT).has(userId(member));
  }

  protected static List<String> calls(EventExamples member) {
    String id = String.valueOf(userId(member));
    return TELEGRAM.calls().stream()
        .filter(call -> id.equals(call.parameters().get("user_id")))
        .map(TelegramCall::method)
        .toList();
  }

  protected List<String> history(EventExamples member) {
    return texts(
        "select kind || ':' || code from telegram_history where customer_id = ? order by at, id",
        member.customerId());
  }

  protected int findings(String condition, String subject) {
    return texts(
            "select id from findings where condition = ? and subject = ? and state = 'open'",
            condition,
            subject)
        .size();
  }

  protected boolean isLinked(EventExamples member) {
    return !texts(
            "select customer_id from telegram_links where customer_id = ?"
                + " and telegram_user_id = ?",
            member.customerId(),
            userId(member))
        .isEmpty();
  }

  /** Telegram tells that the bot has its rights again. */
  protected static VerifiedWebhook botIsAdministrator() {
    return callback(
        Map.of(
            "update_id",
            900_000_100L,
            "my_chat_member",
            Map.of(
                "chat",
                Map.of("id", CHAT, "type", "channel"),
                "date",
                CLOCK.instant().getEpochSecond(),
                "new_chat_member",
                Map.of(
                    "user",
                    Map.of("id", 1, "is_bot", true),
                    "status",
                    "administrator",
                    "can_invite_users",
                    true,
                    "can_restrict_members",
                    true))));
  }

  /** What is known of a member in the chats. */
  protected List<String> standing(EventExamples member) {
    return texts(
        "select standing from telegram_memberships where customer_id = ?", member.customerId());
  }
}
