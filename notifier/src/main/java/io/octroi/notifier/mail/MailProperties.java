package io.octroi.notifier.mail;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who mails come from. The server is {@code spring.mail.*}.
 *
 * @param from the sender's address
 * @param fromName the sender's name; empty for none
 * @param suppressionKey keys the hashes of suppressed addresses; with another key they are written
 *     to again. Empty for one that everybody knows, which production refuses
 * @param messageIdDomain what stands after the {@code @} of message ids; empty for the domain of
 *     {@code from}
 */
@Validated
@ConfigurationProperties("octroi.notifier.mail")
public record MailProperties(
    @NotBlank @DefaultValue("no-reply@localhost.localdomain") String from,
    @DefaultValue("") String fromName,
    @DefaultValue("") String messageIdDomain,
    @DefaultValue("") String suppressionKey) {

  private static final String KNOWN_KEY = "octroi";

  public MailProperties {
    suppressionKey = suppressionKey.isEmpty() ? KNOWN_KEY : suppressionKey;
    MailAddress sender =
        MailAddress.parse(from)
            .orElseThrow(
                () -> new IllegalArgumentException("octroi.notifier.mail.from is no mail address"));
    if (fromName.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("octroi.notifier.mail.from-name is more than one line");
    }
    messageIdDomain = messageIdDomain.isEmpty() ? sender.domain() : messageIdDomain;
    if (!messageIdDomain.matches("[A-Za-z0-9.-]{1,253}")) {
      throw new IllegalArgumentException("octroi.notifier.mail.message-id-domain is no domain");
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "MailProperties[" + from + "]";
  }
}
