package io.octroi.notifier.sms;

import io.octroi.operations.finding.Findings;
import java.util.Map;

/** What needs a person: numbers that nothing reaches, and an account that is set up wrongly. */
final class SmsFindings {
  /** A customer's number takes no text messages. */
  static final String RECIPIENT = "sms_recipient_unreachable";

  /** Twilio takes nothing from us. */
  static final String ACCOUNT = "sms_account_refused";

  private static final String THE_ACCOUNT = "twilio";

  private final Findings findings;

  SmsFindings(Findings findings) {
    this.findings = findings;
  }

  void unreachable(String customerId, String code) {
    findings.report(
        RECIPIENT,
        customerId,
        Map.of("code", code),
        "Ask the customer for another number, or, where they wrote STOP, to write START.");
  }

  void reached(String customerId) {
    findings.clear(RECIPIENT, customerId);
  }

  void accountRefused(String code) {
    findings.report(
        ACCOUNT,
        THE_ACCOUNT,
        Map.of("code", code),
        "Look the code up at Twilio: credentials, sender, enabled countries or the account's"
            + " standing.");
  }

  void accountWorks() {
    findings.clear(ACCOUNT, THE_ACCOUNT);
  }
}
