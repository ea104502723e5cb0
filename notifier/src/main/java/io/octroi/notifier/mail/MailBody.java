package io.octroi.notifier.mail;

/** A letter in the two forms that a mail carries. */
record MailBody(String text, String html) {}
