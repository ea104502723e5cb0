package io.octroi.notifier.mail;

import io.octroi.notifier.delivery.DeliveryOutcome;
import io.octroi.notifier.delivery.DeliveryOutcome.Refused;
import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;

/** What an SMTP server's refusal means. */
final class SmtpReplies {
  private static final int NO_REPLY = -1;
  private static final int SERVICE_NOT_AVAILABLE = 421;
  private static final int AUTHENTICATION_REQUIRED = 530;
  private static final int AUTHENTICATION_FAILED = 535;

  private SmtpReplies() {}

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
