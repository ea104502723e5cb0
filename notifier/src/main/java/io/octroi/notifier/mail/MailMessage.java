package io.octroi.notifier.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A mail that keeps the message id it was given, so that sending it again is the same mail. */
final class MailMessage extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  /**
   * @param messageId with its angle brackets
   */
  MailMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** Where {@code from} is and who it is for. */
  void address(InternetAddress from, InternetAddress to, Instant date) throws MessagingException {
    setFrom(from);
    setRecipient(Message.RecipientType.TO, to);
    setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
    // RFC 3834: no holiday notes in answer, please.
    setHeader("Auto-Submitted", "auto-generated");
  }

  void fill(String subject, String languageTag, MailBody body) throws MessagingException {
    setHeader("Subject", HeaderText.encoded(subject, "Subject: ".length()));
    setContentLanguage(new String[] {languageTag});
    MimeMultipart alternatives = new MimeMultipart("alternative");
    // The last alternative is the preferred one.
    alternatives.addBodyPart(part(body.text(), "plain"));
    alternatives.addBodyPart(part(body.html(), "html"));
    setContent(alternatives);
    saveChanges();
  }

  /** RFC 2369, and RFC 8058 for the one click. */
  void offerUnsubscribing(Unsubscribing ways) throws MessagingException {
    List<String> addresses = new ArrayList<>();
    if (!ways.url().isEmpty()) {
      addresses.add("<" + ways.url() + ">");
      setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    if (!ways.mailto().isEmpty()) {
      addresses.add("<mailto:" + ways.mailto() + "?subject=unsubscribe>");
    }
    if (!addresses.isEmpty()) {
      setHeader("List-Unsubscribe", String.join(",\r\n ", addresses));
    }
  }

  /** The header lines as they go over the wire. */
  String headersOnTheWire() {
    try {
      return String.join("\n", Collections.list(getAllHeaderLines()));
    } catch (MessagingException e) {
      throw new IllegalStateException("a composed mail has its headers", e);
    }
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }
}
