package io.octroi.notifier.mail;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.notifier.contact.Contacts;
import io.octroi.operations.finding.Findings;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Takes in what the mail service says of mails, and who unsubscribes; in the transaction it is
 * called in.
 */
public final class MailFeedback {
  private static final String UNCONFIRMED = "sns_subscription_unconfirmed";

  private final Suppressions suppressions;
  private final OptOuts optOuts;
  private final Contacts contacts;
  private final Findings findings;

  MailFeedback(Suppressions suppressions, OptOuts optOuts, Contacts contacts, Findings findings) {
    this.suppressions = suppressions;
    this.optOuts = optOuts;
    this.contacts = contacts;
    this.findings = findings;
  }

  /** Passes over what is of no such channel. */
  public void take(VerifiedWebhook callback, Instant now) {
    switch (callback.provider()) {
      case "sns" -> bounced(callback, now);
      case "unsubscribe" -> optOuts.byClick(UUID.fromString(callback.eventId()), now);
      default -> {}
    }
  }

  /** Suppresses the addresses that bounced for good, and those whose owners complained. */
  private void bounced(VerifiedWebhook message, Instant now) {
    if (message.eventType().equals("SubscriptionConfirmation")) {
      findings.report(
          UNCONFIRMED,
          message.endpoint(),
          Map.of("endpoint", message.endpoint()),
          "SNS wants to post bounces here: confirm the subscription in the AWS console, then"
              + " resolve this.");
      return;
    }
    for (SesFeedback.Unwanted unwanted : SesFeedback.read(message.body())) {
      suppressions.suppress(
          unwanted.address(),
          contacts.customersAt(unwanted.address().asText()),
          unwanted.code(),
          now);
    }
  }
}
