package io.octroi.notifier.mail;

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
  private final Clock clock;

  MailComposer(Session session, MailTemplates templates, MailProperties properties, Clock clock) {
    this.session = session;
    this.templates = templates;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param mailId the same for the same mail, however often it is sent
   */
  MailMessage compose(UUID mailId, MailAddress to, Letter letter) {
    try {
      MailMessage message =
          new MailMessage(session, "<" + mailId + "@" + properties.messageIdDomain() + ">");
      message.address(sender(), new InternetAddress(to.asText(), true), clock.instant());
      message.fill(letter.subject(), letter.locale().toLanguageTag(), templates.render(letter));
      return message;
    } catch (MessagingException | UnsupportedEncodingException e) {
      // The exception may quote the address; what could not be composed is told by its class.
      throw new IllegalStateException("a mail could not be composed: " + e.getClass().getName());
    }
  }

  private InternetAddress sender() throws MessagingException, UnsupportedEncodingException {
    return properties.fromName().isEmpty()
        ? new InternetAddress(properties.from(), true)
        : new InternetAddress(
            properties.from(), properties.fromName(), StandardCharsets.UTF_8.name());
  }
}
