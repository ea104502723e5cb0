package io.octroi.platform.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last messages received, oldest first; also as files where a directory is given. A file begins
 * with the envelope, in headers that other mail programs pass over.
 */
final class Mailbox {
  private static final String SENDER = "X-Envelope-From: ";
  private static final String RECIPIENTS = "X-Envelope-To: ";
  private static final String RECEIVED = "X-Received-At: ";

  private final int limit;
  private final Optional<Path> directory;
  private final Deque<ReceivedMail> mails = new ArrayDeque<>();
  private long last;

  Mailbox(int limit, Optional<Path> directory) {
    this.limit = limit;
    this.directory = directory;
    directory.ifPresent(this::load);
  }

  synchronized List<ReceivedMail> all() {
    return List.copyOf(mails);
  }

  synchronized void clear() {
    mails.forEach(mail -> file(mail.id()).ifPresent(Mailbox::delete));
    mails.clear();
  }

  synchronized ReceivedMail keep(String from, List<String> to, byte[] raw, Instant at) {
    String id = String.format(Locale.ROOT, "%08d", ++last);
    ReceivedMail mail = new ReceivedMail(id, from, to, raw, at);
    file(id).ifPresent(file -> write(file, mail));
    add(mail);
    return mail;
  }

  private void add(ReceivedMail mail) {
    mails.addLast(mail);
    if (mails.size() > limit) {
      file(mails.removeFirst().id()).ifPresent(Mailbox::delete);
    }
  }

  private Optional<Path> file(String id) {
    return directory.map(d -> d.resolve(id + ".eml"));
  }

  private void load(Path from) {
    try {
      Files.createDirectories(from);
      try (Stream<Path> files = Files.list(from)) {
        for (Path file :
            files.filter(f -> f.toString().matches(".*/[0-9]{8}\\.eml")).sorted().toList()) {
          ReceivedMail mail = read(file);
          last = Long.parseLong(mail.id());
          add(mail);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the mailbox " + from, e);
    }
  }

  private static void write(Path file, ReceivedMail mail) {
    String head =
        SENDER
            + mail.from()
            + "\r\n"
            + RECIPIENTS
            + String.join(",", mail.to())
            + "\r\n"
            + RECEIVED
            + mail.receivedAt()
            + "\r\n";
    byte[] envelope = head.getBytes(StandardCharsets.UTF_8);
    byte[] raw = mail.raw();
    byte[] all = new byte[envelope.length + raw.length];
    System.arraycopy(envelope, 0, all, 0, envelope.length);
    System.arraycopy(raw, 0, all, envelope.length, raw.length);
    try {
      Files.write(file, all);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a message in " + file, e);
    }
  }

  private static ReceivedMail read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    // Three lines of ours, then the message, whose bytes need not be text in any charset.
    String[] lines = new String(all, StandardCharsets.ISO_8859_1).split("\r\n", 4);
    byte[] raw = lines[3].getBytes(StandardCharsets.ISO_8859_1);
    return new ReceivedMail(
        file.toFile().getName().replace(".eml", ""),
        utf8(lines[0]).substring(SENDER.length()),
        List.of(utf8(lines[1]).substring(RECIPIENTS.length()).split(",", -1)),
        raw,
        Instant.parse(lines[2].substring(RECEIVED.length())));
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
