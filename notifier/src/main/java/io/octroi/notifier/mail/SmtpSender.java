package io.octroi.notifier.mail;

import io.octroi.notifier.delivery.DeliveryOutcome;
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
  private final Traces traces;

  SmtpSender(JavaMailSenderImpl server, Traces traces) {
    this.server = server;
    this.traces = traces;
  }

  DeliveryOutcome send(MailMessage message) {
    return traces.calling(
        "smtp send",
        span -> {
          span.setAttribute("server.address", String.valueOf(server.getHost()));
          DeliveryOutcome outcome = hand(message);
          if (!(outcome instanceof Sent)) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", outcome.code());
          }
          return outcome;
        });
  }

  private DeliveryOutcome hand(MailMessage message) {
    Transport transport;
    try {
      transport = server.getSession().getTransport(protocol());
      transport.connect(
          server.getHost(),
          server.getPort(),
          absentWhereEmpty(server.getUsername()),
          absentWhereEmpty(server.getPassword()));
    } catch (AuthenticationFailedException e) {
      return RetryLater.unavailable("smtp_authentication_failed");
    } catch (MessagingException e) {
      return RetryLater.unavailable("smtp_unreachable");
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return Sent.as(message.getMessageID());
    } catch (MessagingException e) {
      return SmtpReplies.outcome(replyCode(e));
    } finally {
      close(transport);
    }
  }

  private String protocol() {
    return server.getProtocol() == null ? "smtp" : server.getProtocol();
  }

  private static @Nullable String absentWhereEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** The refusal is on the exception itself or on one that it was made from. */
  private static int replyCode(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      switch (e) {
        case SMTPAddressFailedException address -> {
          return address.getReturnCode();
        }
        case SMTPSenderFailedException sender -> {
          return sender.getReturnCode();
        }
        case SMTPSendFailedException send when send.getNextException() == null -> {
          return send.getReturnCode();
        }
        default -> {}
      }
    }
    return -1;
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the SMTP connection did not close in order");
    }
  }
}
