package io.octroi.platform.smtp;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the server can be told to do to mail for certain addresses.
 *
 * @param stage where in the dialogue
 * @param address which recipients, in lower case
 * @param times how often; each use counts
 */
public record MailFault(Stage stage, Predicate<String> address, Action action, int times) {

  /** Where it strikes. */
  public enum Stage {
    RECIPIENT,
    /** After the message was read, before it is kept. */
    DATA,
    /** After the message was kept, before the client is told. */
    ACCEPTED
  }

  /** What it does. */
  public sealed interface Action {}

  /** Says so. */
  public record Refuse(SmtpReply reply) implements Action {}

  /** Closes the connection without a word. */
  public record Drop() implements Action {}

  /** For every address that the pattern finds something in. */
  public static MailFault refuse(Stage stage, String addressPattern, SmtpReply reply, int times) {
    return new MailFault(stage, matching(addressPattern), new Refuse(reply), times);
  }

  /** For every address that the pattern finds something in. */
  public static MailFault drop(Stage stage, String addressPattern, int times) {
    return new MailFault(stage, matching(addressPattern), new Drop(), times);
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asPredicate();
  }

  MailFault usedOnce() {
    return new MailFault(stage, address, action, times - 1);
  }
}
