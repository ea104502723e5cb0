package io.octroi.notifier.mail;

import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an SMTP server's refusal means. */
final class SmtpReplies {
  static final int NO_REPLY = -1;
  private static final int SERVICE_NOT_AVAILABLE = 421;
  private static final int AUTHENTICATION_REQUIRED = 530;
  private static final int AUTHENTICATION_FAILED = 535;
  private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

  /** RFC 3463, of a recipient: an address that does not exist, and a mailbox that is closed. */
  private static final Pattern ENHANCED =
      Pattern.compile("^[0-9]{3}[ -]([0-9])\\.([0-9]+\\.[0-9]+)\\s");

  private static final Set<String> ADDRESS_IS_BAD =
      Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.6", "1.10", "2.1");

  private SmtpReplies() {}

  /**
   * Whether a recipient's address takes no mail, not even later. Where the server gives no reason
   * by RFC 3463, the reply's own code counts; a full mailbox or a rule against us is no such
   * reason.
   *
   * @param replyCode of the refused recipient
   * @param reply the server's line, code included
   */
  static boolean isHardBounce(int replyCode, String reply) {
    if (replyCode < 500) {
      return false;
    }
    Matcher enhanced = ENHANCED.matcher(reply);
    return enhanced.find()
        ? enhanced.group(1).equals("5") && ADDRESS_IS_BAD.contains(enhanced.group(2))
        : NO_SUCH_MAILBOX.contains(replyCode);
  }

  /**
   * @param replyCode the three digits; -1 where the conversation broke off
   */
  static DeliveryOutcome outcome(int replyCode) {
    String code = "smtp_" + replyCode;
    return switch (replyCode) {
      case NO_REPLY -> RetryLater.unavailable("smtp_connection_lost");
      // The server as a whole, or our account on it: it says nothing about this mail.
      case SERVICE_NOT_AVAILABLE, AUTHENTICATION_REQUIRED, AUTHENTICATION_FAILED ->
          RetryLater.unavailable(code);
      default -> replyCode >= 500 ? new Refused(code) : RetryLater.refusedForNow(code);
    };
  }
}
