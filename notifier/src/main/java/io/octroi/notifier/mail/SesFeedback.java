package io.octroi.notifier.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Amazon SES tells by SNS of mails: which addresses bounced for good, and whose owners
 * complained. Anything at all may come, and none of it is an exception.
 */
final class SesFeedback {
  private static final JsonMapper JSON = JsonMapper.shared();

  private SesFeedback() {}

  /**
   * An address that takes no mail.
   *
   * @param code {@code ses_bounce} or {@code ses_complaint}
   */
  record Unwanted(MailAddress address, String code) {}

  /**
   * @param message the body of an SNS message
   */
  static List<Unwanted> read(byte[] message) {
    try {
      JsonNode envelope = JSON.readTree(message);
      return envelope.path("Type").asString("").equals("Notification")
          ? feedback(JSON.readTree(envelope.path("Message").asString("")))
          : List.of();
    } catch (JacksonException e) {
      return List.of();
    }
  }

  private static List<Unwanted> feedback(JsonNode feedback) {
    // What SES publishes by configuration sets calls it otherwise.
    String type =
        feedback.path("notificationType").asString(feedback.path("eventType").asString(""));
    return switch (type) {
      case "Bounce" ->
          feedback.path("bounce").path("bounceType").asString("").equals("Permanent")
              ? addresses(feedback.path("bounce").path("bouncedRecipients"), "ses_bounce")
              : List.of();
      case "Complaint" ->
          addresses(feedback.path("complaint").path("complainedRecipients"), "ses_complaint");
      default -> List.of();
    };
  }

  private static List<Unwanted> addresses(JsonNode recipients, String code) {
    List<Unwanted> unwanted = new ArrayList<>();
    for (JsonNode recipient : recipients) {
      bare(recipient.path("emailAddress").asString(""))
          .ifPresent(address -> unwanted.add(new Unwanted(address, code)));
    }
    return unwanted;
  }

  /** The address in {@code Name <address>}, or the text itself. */
  private static Optional<MailAddress> bare(String text) {
    int open = text.lastIndexOf('<');
    int close = text.lastIndexOf('>');
    return MailAddress.parse(
        open >= 0 && close > open ? text.substring(open + 1, close) : text.strip());
  }
}
