package io.octroi.notifier.mail;

import io.octroi.notifier.notification.Notification;
import io.octroi.notifier.wording.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** Makes a mail of a letter. */
final class MailComposer {
  private final Session session;
  private final MailTemplates templates;
  private final MailProperties properties;
  private final UnsubscribeLinks unsubscribeLinks;
  private final Clock clock;

  MailComposer(
      Session session,
      MailTemplates templates,
      MailProperties properties,
      UnsubscribeLinks unsubscribeLinks,
      Clock clock) {
    this.session = session;
    this.templates = templates;
    this.properties = properties;
    this.unsubscribeLinks = unsubscribeLinks;
    this.clock = clock;
  }

  /**
   * @param mailId the same for the same mail, however often it is sent
   * @param about what the letter tells
   */
  MailMessage compose(UUID mailId, MailAddress to, Letter letter, Notification about) {
    try {
      MailMessage message =
          new MailMessage(session, "<" + mailId + "@" + properties.messageIdDomain() + ">");
      message.address(sender(), new InternetAddress(to.asText(), true), clock.instant());
      message.offerUnsubscribing(unsubscribeLinks.of(about));
      message.fill(letter.subject(), letter.locale().toLanguageTag(), body(letter));
      return message;
    } catch (MessagingException | UnsupportedEncodingException e) {
      // The exception may quote the address; what could not be composed is told by its class.
      throw new IllegalStateException("a mail could not be composed: " + e.getClass().getName());
    }
  }

  /** What a reader sees. */
  MailBody body(Letter letter) {
    return templates.render(letter);
  }

  private InternetAddress sender() throws MessagingException, UnsupportedEncodingException {
    return properties.fromName().isEmpty()
        ? new InternetAddress(properties.from(), true)
        : new InternetAddress(
            properties.from(), properties.fromName(), StandardCharsets.UTF_8.name());
  }
}
