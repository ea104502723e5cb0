package io.octroi.notifier.mail;

/**
 * How whoever gets a mail may unsubscribe.
 *
 * @param url takes one click (RFC 8058); empty for none
 * @param mailto the address of a mailbox that a person reads; empty for none
 */
record Unsubscribing(String url, String mailto) {
  /** Not at all: the mail is about the customer's own money or access. */
  static final Unsubscribing NONE = new Unsubscribing("", "");
}
