package io.octroi.vectors.gateway;

import io.octroi.vectors.file.HeaderLine;
import io.octroi.vectors.file.VectorRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** HTTP/1.1 as bytes on a socket: it sends header lines that no decent client would. */
final class RawHttp {
  private static final int TIMEOUT_MILLIS = 30_000;

  /** A server that has not read everything may take its answer back when it closes. */
  private static final int TRIES = 3;

  /** The frame is ours: with another one the body would not be the case's. */
  private static final Set<String> OURS =
      Set.of("content-length", "transfer-encoding", "connection", "expect", "upgrade");

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /** What came back. */
  sealed interface Reply {
    /** An answer. */
    record Answered(int status) implements Reply {}

    /** The connection was closed without one. */
    record HungUp() implements Reply {}

    /** Nothing came for half a minute. */
    record Silent() implements Reply {}
  }

  Reply send(VectorRequest request, String path) {
    Reply reply = new Reply.HungUp();
    for (int tries = 0; tries < TRIES && reply instanceof Reply.HungUp; tries++) {
      reply = once(head(request, path), request.body());
    }
    return reply;
  }

  private Reply once(byte[] head, byte[] body) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      write(socket, head, body);
      OptionalInt status = status(socket);
      return status.isPresent() ? new Reply.Answered(status.getAsInt()) : new Reply.HungUp();
    } catch (SocketTimeoutException e) {
      return new Reply.Silent();
    } catch (IOException e) {
      return new Reply.HungUp();
    }
  }

  private static void write(Socket socket, byte[] head, byte[] body) {
    try {
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The server may answer and close before it has read everything; the answer still counts.
      return;
    }
  }

  private static OptionalInt status(Socket socket) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = socket.getInputStream().read();
        next >= 0 && next != '\n';
        next = socket.getInputStream().read()) {
      line.write(next);
    }
    String[] words = line.toString(StandardCharsets.ISO_8859_1).split(" ", 3);
    return words.length > 1 && words[1].matches("[0-9]{3}")
        ? OptionalInt.of(Integer.parseInt(words[1]))
        : OptionalInt.empty();
  }

  private static byte[] head(VectorRequest request, String path) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    line(head, request.method() + " " + path + " HTTP/1.1");
    if (request.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase("host"))) {
      line(head, "Host: gateway");
    }
    for (HeaderLine header : request.headers()) {
      if (!OURS.contains(header.name().toLowerCase(Locale.ROOT))) {
        line(head, header.name() + ": " + header.value());
      }
    }
    line(head, "Content-Length: " + request.body().length);
    line(head, "Connection: close");
    line(head, "");
    return head.toByteArray();
  }

  /** One byte a character where that is possible, as headers are read; otherwise UTF-8. */
  private static void line(ByteArrayOutputStream head, String text) {
    boolean narrow = text.chars().allMatch(each -> each <= 0xff);
    head.writeBytes(text.getBytes(narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    head.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
