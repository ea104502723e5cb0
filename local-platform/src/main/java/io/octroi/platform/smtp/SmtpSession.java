package io.octroi.platform.smtp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client's dialogue, as RFC 5321 has it, with the extensions that mail libraries use. */
final class SmtpSession {
  private static final int MOST_RECIPIENTS = 100;
  private static final List<String> EXTENSIONS =
      List.of("PIPELINING", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN", "ENHANCEDSTATUSCODES");
  private static final Pattern PATH = Pattern.compile("(?i)^(?:FROM|TO):\\s*<([^>]*)>(.*)$");
  private static final Pattern SIZE = Pattern.compile("(?i).*\\bSIZE=([0-9]{1,12}).*");

  private final MailServer server;
  private final LineReader in;
  private final OutputStream out;
  private Optional<String> sender = Optional.empty();
  private final List<String> recipients = new ArrayList<>();
  private boolean authenticated;

  SmtpSession(MailServer server, Socket socket) throws IOException {
    this.server = server;
    this.in = new LineReader(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream());
  }

  /**
   * Goes on until the client quits.
   *
   * @throws IOException when the client is gone, or a fault ends the connection
   */
  void run() throws IOException {
    say(new SmtpReply(220, "localhost ESMTP"));
    for (String line = in.line(); !line.equalsIgnoreCase("QUIT"); line = in.line()) {
      String[] words = line.split(" ", 2);
      String argument = words.length == 2 ? words[1].strip() : "";
      say(answer(words[0].toUpperCase(Locale.ROOT), argument));
    }
    say(new SmtpReply(221, "2.0.0 Bye"));
  }

  private SmtpReply answer(String command, String argument) throws IOException {
    return switch (command) {
      case "EHLO" -> extendedHello();
      case "HELO" -> new SmtpReply(250, "localhost");
      case "AUTH" -> authenticate(argument);
      case "MAIL" -> mail(argument);
      case "RCPT" -> recipient(argument);
      case "DATA" -> data();
      case "RSET" -> reset();
      case "NOOP" -> SmtpReply.OK;
      case "VRFY" -> new SmtpReply(252, "2.1.5 Cannot verify");
      default -> new SmtpReply(502, "5.5.2 Command not recognised");
    };
  }

  private SmtpReply extendedHello() throws IOException {
    reset();
    write("250-localhost\r\n");
    for (String extension : EXTENSIONS) {
      write("250-" + extension + "\r\n");
    }
    return new SmtpReply(250, "SIZE " + server.largestMessage());
  }

  private SmtpReply authenticate(String argument) throws IOException {
    String[] words = argument.split(" ", 2);
    String first = words.length == 2 ? words[1] : "";
    try {
      return switch (words[0].toUpperCase(Locale.ROOT)) {
        case "PLAIN" -> {
          String[] parts = decoded(first.isEmpty() ? asked("") : first).split("\0", -1);
          yield parts.length == 3 ? verdict(parts[1], parts[2]) : SmtpReply.SYNTAX;
        }
        case "LOGIN" -> {
          String user = decoded(first.isEmpty() ? asked("VXNlcm5hbWU6") : first);
          yield verdict(user, decoded(asked("UGFzc3dvcmQ6")));
        }
        default -> new SmtpReply(504, "5.5.4 Unknown mechanism");
      };
    } catch (IllegalArgumentException e) {
      return SmtpReply.SYNTAX;
    }
  }

  private String asked(String prompt) throws IOException {
    say(new SmtpReply(334, prompt));
    return in.line();
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private SmtpReply verdict(String user, String password) {
    authenticated = server.accepts(user, password);
    return authenticated
        ? new SmtpReply(235, "2.7.0 Authentication successful")
        : new SmtpReply(535, "5.7.8 Authentication credentials invalid");
  }

  private SmtpReply mail(String argument) {
    Matcher path = PATH.matcher(argument);
    if (!path.matches()) {
      return SmtpReply.SYNTAX;
    }
    if (server.wantsAuthentication() && !authenticated) {
      return new SmtpReply(530, "5.7.0 Authentication required");
    }
    Matcher size = SIZE.matcher(path.group(2));
    if (size.matches() && Long.parseLong(size.group(1)) > server.largestMessage()) {
      return SmtpReply.TOO_LARGE;
    }
    SmtpReply reply = reset();
    sender = Optional.of(path.group(1));
    return reply;
  }

  private SmtpReply recipient(String argument) throws IOException {
    Matcher path = PATH.matcher(argument);
    if (sender.isEmpty()) {
      return SmtpReply.BAD_SEQUENCE;
    }
    if (!path.matches() || path.group(1).isEmpty()) {
      return SmtpReply.SYNTAX;
    }
    if (recipients.size() == MOST_RECIPIENTS) {
      return new SmtpReply(452, "4.5.3 Too many recipients");
    }
    String address = path.group(1);
    SmtpReply reply = struck(MailFault.Stage.RECIPIENT, List.of(address));
    if (reply.isOk()) {
      recipients.add(address);
    }
    return reply;
  }

  private SmtpReply data() throws IOException {
    if (recipients.isEmpty()) {
      return SmtpReply.BAD_SEQUENCE;
    }
    say(new SmtpReply(354, "End data with <CR><LF>.<CR><LF>"));
    byte[] message = in.message(server.largestMessage());
    String from = sender.orElse("");
    List<String> to = List.copyOf(recipients);
    reset();
    if (message.length > server.largestMessage()) {
      return SmtpReply.TOO_LARGE;
    }
    SmtpReply reply = struck(MailFault.Stage.DATA, to);
    if (!reply.isOk()) {
      return reply;
    }
    server.keep(from, to, message);
    return struck(MailFault.Stage.ACCEPTED, to);
  }

  private SmtpReply struck(MailFault.Stage stage, List<String> addresses) throws IOException {
    Optional<MailFault.Action> action = server.fault(stage, addresses);
    if (action.isEmpty()) {
      return SmtpReply.OK;
    }
    return switch (action.get()) {
      case MailFault.Refuse refuse -> refuse.reply();
      case MailFault.Drop _ -> throw new IOException("told to drop the connection");
    };
  }

  private SmtpReply reset() {
    sender = Optional.empty();
    recipients.clear();
    return SmtpReply.OK;
  }

  private void say(SmtpReply reply) throws IOException {
    write(reply.line());
    out.flush();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
