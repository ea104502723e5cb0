package io.octroi.notifier.mail;

import io.octroi.notifier.delivery.DeliveryProperties;
import io.octroi.notifier.membership.Invitations;
import io.octroi.notifier.membership.StartLinks;
import io.octroi.notifier.wording.Wording;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {
  /** Greeting, EHLO twice, MAIL, RCPT, DATA, the mail itself; QUIT is not waited for. */
  private static final int REPLIES_PER_MAIL = 7;

  @Bean
  SmtpSender smtpSender(JavaMailSenderImpl server, Traces traces, DeliveryProperties delivery) {
    delivery.requireLeaseLongerThan(slowestMail(server.getJavaMailProperties()), "mail");
    return new SmtpSender(server, traces);
  }

  @Bean
  EmailChannel emailChannel(
      JavaMailSenderImpl server,
      Wording wording,
      Invitations invitations,
      StartLinks startLinks,
      MailProperties properties,
      SmtpSender sender,
      Clock clock) {
    MailComposer composer =
        new MailComposer(server.getSession(), new MailTemplates(), properties, clock);
    return new EmailChannel(wording, invitations, startLinks, composer, sender);
  }

  /**
   * @throws IllegalArgumentException where a timeout is missing, for then a mail may take for ever
   */
  static Duration slowestMail(Properties mail) {
    return timeout(mail, "mail.smtp.connectiontimeout")
        .plus(timeout(mail, "mail.smtp.timeout").multipliedBy(REPLIES_PER_MAIL));
  }

  private static Duration timeout(Properties mail, String name) {
    String millis = mail.getProperty(name, "");
    if (!millis.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "spring.mail.properties." + name + " must be a number of milliseconds");
    }
    return Duration.ofMillis(Long.parseLong(millis));
  }
}
