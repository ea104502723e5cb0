package io.octroi.notifier.mail;

import io.octroi.notifier.delivery.DeliveryOutcome;

/**
 * What became of handing a mail to the server.
 *
 * @param hardBounce the server says that the recipient's address takes no mail, not even later
 */
record Handover(DeliveryOutcome outcome, boolean hardBounce) {
  static Handover of(DeliveryOutcome outcome) {
    return new Handover(outcome, false);
  }
}
