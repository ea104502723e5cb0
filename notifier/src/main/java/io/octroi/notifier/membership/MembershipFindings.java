package io.octroi.notifier.membership;

import io.octroi.operations.finding.Findings;
import java.util.Map;

/** What needs a person: members who cannot be put out, and a bot that is set up wrongly. */
final class MembershipFindings {
  /** Access is over, and the account owns or administers the chat. */
  static final String NOT_REMOVABLE = "telegram_member_not_removable";

  /** Telegram does not know the bot's token, or another process polls for its updates. */
  static final String BOT = "telegram_bot_misconfigured";

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

  void botMisconfigured(String code) {
    findings.report(
        BOT,
        "bot",
        Map.of("code", code),
        "Check the bot's token and that only its webhook is set.");
  }
}
