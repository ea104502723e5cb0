package io.octroi.notifier.mail;

import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.DeliveryOutcome.Sent;
import io.octroi.runtime.trace.Traces;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mails to the configured server. Used instead of the mail sender's own {@code send}, for
 * which a connection that breaks after the mail was accepted is a failure.
 */
final class SmtpSender {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);

  private final JavaMailSenderImpl server;
  private final SmtpLogin login;
  private final Traces traces;

  SmtpSender(JavaMailSenderImpl server, SmtpLogin login, Traces traces) {
    this.server = server;
    this.login = login;
    this.traces = traces;
  }

  Handover send(MailMessage message) {
    return traces.calling(
        "smtp send",
        span -> {
          span.setAttribute("server.address", String.valueOf(server.getHost()));
          Handover handover = hand(message);
          if (!(handover.outcome() instanceof Sent)) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", handover.outcome().code());
          }
          return handover;
        });
  }

  private Handover hand(MailMessage message) {
    String password = login.password().value();
    Transport transport;
    try {
      transport = server.getSession().getTransport(protocol());
      transport.connect(
          server.getHost(),
          server.getPort(),
          absentWhereEmpty(login.user().value()),
          absentWhereEmpty(password));
    } catch (AuthenticationFailedException e) {
      login.password().refused(password);
      return Handover.of(RetryLater.unavailable("smtp_authentication_failed"));
    } catch (MessagingException e) {
      return Handover.of(RetryLater.unavailable("smtp_unreachable"));
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return Handover.of(Sent.as(message.getMessageID()));
    } catch (MessagingException e) {
      return refused(e);
    } finally {
      close(transport);
    }
  }

  private String protocol() {
    return server.getProtocol() == null ? "smtp" : server.getProtocol();
  }

  private static @Nullable String absentWhereEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The refusal is on the exception itself or on one that it was made from. */
  private static Handover refused(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      switch (e) {
        case SMTPAddressFailedException address -> {
          int code = address.getReturnCode();
          return new Handover(
              SmtpReplies.outcome(code),
              SmtpReplies.isHardBounce(code, String.valueOf(address.getMessage())));
        }
        case SMTPSenderFailedException sender -> {
          return Handover.of(SmtpReplies.outcome(sender.getReturnCode()));
        }
        case SMTPSendFailedException send when send.getNextException() == null -> {
          return Handover.of(SmtpReplies.outcome(send.getReturnCode()));
        }
        default -> {}
      }
    }
    return Handover.of(SmtpReplies.outcome(SmtpReplies.NO_REPLY));
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the SMTP connection did not close in order");
    }
  }
}
