package io.octroi.platform.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message that the server has taken responsibility for. */
public final class ReceivedMail {
  private final String id;
  private final String from;
  private final List<String> to;
  private final byte[] raw;
  private final Instant receivedAt;
  private final MimePart content;

  ReceivedMail(String id, String from, List<String> to, byte[] raw, Instant receivedAt) {
    this.id = id;
    this.from = from;
    this.to = List.copyOf(to);
    this.raw = raw.clone();
    this.receivedAt = receivedAt;
    this.content = MimePart.parse(raw);
  }

  /** The server's own, not the Message-ID. */
  public String id() {
    return id;
  }

  /** The envelope's sender. */
  public String from() {
    return from;
  }

  /** The envelope's recipients. */
  public List<String> to() {
    return to;
  }

  public byte[] raw() {
    return raw.clone();
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** The first header of that name, unfolded and decoded. */
  public Optional<String> header(String name) {
    return content.header(name).map(EncodedWords::decode);
  }

  public List<String> headers(String name) {
    return content.headers(name).stream().map(EncodedWords::decode).toList();
  }

  public String messageId() {
    return header("Message-ID").orElse("");
  }

  public String subject() {
    return header("Subject").orElse("");
  }

  /** The first plain text part, or empty. */
  public String text() {
    return content.find("text/plain").map(MimePart::text).orElse("");
  }

  /** The first HTML part, or empty. */
  public String html() {
    return content.find("text/html").map(MimePart::text).orElse("");
  }

  /** The whole message as it came, for looking at. */
  public String source() {
    return new String(raw, StandardCharsets.UTF_8);
  }
}
