package io.octroi.notifier.mail;

import io.octroi.notifier.contact.Contacts;
import io.octroi.notifier.delivery.DeliveryProperties;
import io.octroi.notifier.membership.Invitations;
import io.octroi.notifier.membership.StartLinks;
import io.octroi.notifier.wording.Wording;
import io.octroi.operations.finding.Findings;
import io.octroi.runtime.secret.SecretSettings;
import io.octroi.runtime.secret.Sensitive;
import io.octroi.runtime.secret.SensitiveSetting;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {
  /** Greeting, EHLO twice, MAIL, RCPT, DATA, the mail itself; QUIT is not waited for. */
  private static final int REPLIES_PER_MAIL = 7;

  @Bean
  Suppressions suppressions(
      JdbcTemplate jdbc, Findings findings, MailProperties properties, SecretSettings secrets) {
    SensitiveSetting key =
        secrets.required(Sensitive.MAIL_SUPPRESSION_KEY, properties.suppressionKey());
    return new Suppressions(jdbc, findings, key.value());
  }

  @Bean
  MailFeedback mailFeedback(
      Suppressions suppressions, OptOuts optOuts, Contacts contacts, Findings findings) {
    return new MailFeedback(suppressions, optOuts, contacts, findings);
  }

  @Bean
  OptOuts optOuts(JdbcTemplate jdbc) {
    return new OptOuts(jdbc);
  }

  @Bean
  MailPreviews mailPreviews(Wording wording, MailComposer composer, Clock clock) {
    return new MailPreviews(wording, composer, clock);
  }

  @Bean
  MailComposer mailComposer(
      JavaMailSenderImpl server,
      MailProperties properties,
      UnsubscribeProperties unsubscribe,
      SecretSettings secrets,
      Clock clock) {
    SensitiveSetting secret =
        secrets.setting(Sensitive.MAIL_UNSUBSCRIBE_SECRET, unsubscribe.secret());
    unsubscribe.requireUsable(secret.value());
    return new MailComposer(
        server.getSession(),
        new MailTemplates(),
        properties,
        new UnsubscribeLinks(unsubscribe, secret),
        clock);
  }

  @Bean
  SmtpSender smtpSender(
      JavaMailSenderImpl server,
      SecretSettings secrets,
      Traces traces,
      DeliveryProperties delivery) {
    delivery.requireLeaseLongerThan(slowestMail(server.getJavaMailProperties()), "mail");
    SmtpLogin login =
        new SmtpLogin(
            secrets.setting(Sensitive.MAIL_USERNAME, server.getUsername()),
            secrets.setting(Sensitive.MAIL_PASSWORD, server.getPassword()));
    return new SmtpSender(server, login, traces);
  }

  @Bean
  EmailChannel emailChannel(
      SmtpSender sender,
      Wording wording,
      Invitations invitations,
      StartLinks startLinks,
      MailComposer composer,
      Suppressions suppressions,
      OptOuts optOuts) {
    return new EmailChannel(
        wording, invitations, startLinks, composer, sender, suppressions, optOuts);
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
