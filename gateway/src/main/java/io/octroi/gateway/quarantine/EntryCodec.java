package io.octroi.gateway.quarantine;

import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Entries as bytes, before they are sealed. Pure. */
final class EntryCodec {
  /** No scheme reads these, and they are nobody's business later. */
  private static final Set<String> DROPPED =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "x-forwarded-for",
          "forwarded",
          "x-real-ip");

  private static final int VERSION = 2;

  /** Entries without a trace. */
  private static final int FIRST_VERSION = 1;

  private EntryCodec() {}

  static byte[] write(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      text(out, entry.endpoint());
      text(out, entry.receivedAt().toString());
      text(out, entry.method());
      text(out, entry.reason());
      text(out, entry.source());
      text(out, entry.traceparent());
      text(out, entry.request().url());
      text(out, entry.request().reference());
      headers(out, entry.request().headers().lines());
      out.writeInt(entry.request().body().length);
      out.write(entry.request().body());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** Reads one again; empty if the bytes are no entry of a version known here. */
  static Optional<Entry> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version < FIRST_VERSION || version > VERSION) {
        return Optional.empty();
      }
      String endpoint = text(in);
      Instant receivedAt = Instant.parse(text(in));
      String method = text(in);
      String reason = text(in);
      String source = text(in);
      String traceparent = version == FIRST_VERSION ? "" : text(in);
      String url = text(in);
      String reference = text(in);
      WebhookHeaders headers = headers(in);
      WebhookRequest request =
          new WebhookRequest(url, reference, in.readNBytes(length(in)), headers);
      return Optional.of(
          new Entry(endpoint, receivedAt, method, reason, source, traceparent, request));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void headers(DataOutputStream out, Map<String, List<String>> lines)
      throws IOException {
    for (Map.Entry<String, List<String>> line : lines.entrySet()) {
      if (!DROPPED.contains(line.getKey().toLowerCase(Locale.ROOT))) {
        for (String value : line.getValue()) {
          out.writeBoolean(true);
          text(out, line.getKey());
          text(out, value);
        }
      }
    }
    out.writeBoolean(false);
  }

  private static WebhookHeaders headers(DataInputStream in) throws IOException {
    WebhookHeaders headers = new WebhookHeaders();
    while (in.readBoolean()) {
      headers.add(text(in), text(in));
    }
    return headers;
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(length(in)), StandardCharsets.UTF_8);
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("not an entry");
    }
    return length;
  }
}
