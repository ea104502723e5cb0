package io.octroi.platform.smtp;

/** A line of the server: 2xx and 3xx go on, 4xx asks to come back later, 5xx refuses for good. */
public record SmtpReply(int code, String text) {
  static final SmtpReply OK = new SmtpReply(250, "2.0.0 OK");
  static final SmtpReply BAD_SEQUENCE = new SmtpReply(503, "5.5.1 Bad sequence of commands");
  static final SmtpReply SYNTAX = new SmtpReply(501, "5.5.4 Syntax error in parameters");
  static final SmtpReply TOO_LARGE = new SmtpReply(552, "5.3.4 Message size exceeds limit");

  public SmtpReply {
    if (code < 200 || code > 599) {
      throw new IllegalArgumentException("not an SMTP code: " + code);
    }
  }

  /** The mailbox is full or busy: try again later. */
  public static SmtpReply tryLater() {
    return new SmtpReply(451, "4.3.0 Temporary failure, try again later");
  }

  /** No such mailbox: never try again. */
  public static SmtpReply unknownUser() {
    return new SmtpReply(550, "5.1.1 No such user here");
  }

  boolean isOk() {
    return code == OK.code;
  }

  String line() {
    return code + " " + text + "\r\n";
  }
}
