package io.octroi.notifier.membership;

import io.octroi.operations.finding.Findings;
import java.util.Map;
import java.util.Set;

/** What needs a person: members who cannot be put out, and a bot that is set up wrongly. */
final class MembershipFindings {
  /** Access is over, and the account owns or administers the chat. */
  static final String NOT_REMOVABLE = "telegram_member_not_removable";

  /** Telegram does not know the bot's token, or another process polls for its updates. */
  static final String BOT = "telegram_bot_misconfigured";

  /** An administrator banned somebody who has paid for the chat. */
  static final String PAYING_MEMBER_BANNED = "telegram_paying_member_banned";

  private final Findings findings;

  MembershipFindings(Findings findings) {
    this.findings = findings;
  }

  void notRemovable(long chatId, String customerId, String code) {
    findings.report(
        NOT_REMOVABLE,
        chatId + ":" + customerId,
        Map.of("chat_id", chatId, "customer_id", customerId, "code", code),
        "Take the rights from the account in Telegram, if it is to leave; otherwise resolve this.");
  }

  void removed(long chatId, String customerId) {
    findings.clear(NOT_REMOVABLE, chatId + ":" + customerId);
  }

  /** Returns the finding's subject. */
  String payingMemberBanned(long chatId, String customerId) {
    String subject = chatId + ":" + customerId;
    findings.report(
        PAYING_MEMBER_BANNED,
        subject,
        Map.of("chat_id", chatId, "customer_id", customerId),
        "An administrator of the chat banned them, so they stay out: lift the ban in Telegram, or"
            + " give the money back.");
    return subject;
  }

  void nobodyElseIsBanned(Set<String> subjects) {
    findings.settle(PAYING_MEMBER_BANNED, subjects);
  }

  void botMisconfigured(String code) {
    findings.report(
        BOT,
        "bot",
        Map.of("code", code),
        "Check the bot's token and that only its webhook is set.");
  }
}
