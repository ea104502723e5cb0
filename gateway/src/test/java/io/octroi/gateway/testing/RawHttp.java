package io.octroi.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** HTTP/1.1 as bytes on a socket: it sends what no decent client would. */
public final class RawHttp {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final int port;

  public RawHttp(int port) {
    this.port = port;
  }

  /** An answer, read to the end of the connection. */
  public record Response(String head, String body) {

    public int status() {
      return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /** The first value of a header, or empty text. */
    public String header(String name) {
      return head.lines()
          .skip(1)
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /** Opens a connection that the caller writes to by itself. */
  public Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  /** Posts a body with its length. */
  public Response post(String path, List<List<String>> headers, byte[] body) {
    return send("POST", path, headers, body);
  }

  /** Any method, any headers, each as it is given. */
  public Response send(String method, String path, List<List<String>> headers, byte[] body) {
    StringBuilder head = head(method, path, headers);
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return exchange(head.toString(), body);
  }

  /** Posts a body in one chunk and does not say its length beforehand. */
  public Response postChunked(String path, List<List<String>> headers, byte[] body) {
    StringBuilder head = head("POST", path, headers);
    head.append("Transfer-Encoding: chunked\r\n\r\n");
    head.append(Integer.toHexString(body.length)).append("\r\n");
    byte[] end = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(body, body.length + end.length);
    System.arraycopy(end, 0, all, body.length, end.length);
    return exchange(head.toString(), all);
  }

  /** Sends {@code head} as ISO 8859-1, then {@code body}, and reads what comes back. */
  public Response exchange(String head, byte[] body) {
    try (Socket socket = connect()) {
      write(socket, head, body);
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, String head, byte[] body) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
    } catch (IOException e) {
      // The server may answer and close before it has read everything; the answer still counts.
      return;
    }
  }

  /** Reads an answer to the end of the connection. */
  public static Response read(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[8_192];
    try {
      for (int n = socket.getInputStream().read(chunk);
          n >= 0;
          n = socket.getInputStream().read(chunk)) {
        all.write(chunk, 0, n);
      }
    } catch (IOException e) {
      if (all.size() == 0) {
        throw e;
      }
    }
    String text = all.toString(StandardCharsets.ISO_8859_1);
    if (text.startsWith("HTTP/1.1 100")) {
      text = text.substring(text.indexOf("\r\n\r\n") + 4);
    }
    int end = text.indexOf("\r\n\r\n");
    return end < 0
        ? new Response(text, "")
        : new Response(text.substring(0, end), text.substring(end + 4));
  }

  private static StringBuilder head(String method, String path, List<List<String>> headers) {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: gateway\r\n");
    headers.forEach(
        line -> head.append(line.get(0)).append(": ").append(line.get(1)).append("\r\n"));
    return head.append("Connection: close\r\n");
  }
}
