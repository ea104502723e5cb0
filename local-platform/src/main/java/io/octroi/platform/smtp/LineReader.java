package io.octroi.platform.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a client sends: commands, and a message up to its lone dot. */
final class LineReader {
  /** Longer than RFC 5321 allows, so that a long line is refused and not cut. */
  private static final int LONGEST_LINE = 16 * 1024;

  private final InputStream in;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * One line without its end.
   *
   * @throws EOFException when the client is gone
   */
  String line() throws IOException {
    return new String(lineBytes(), StandardCharsets.UTF_8);
  }

  private byte[] lineBytes() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the client is gone");
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("a line is too long");
      }
      line.write(c);
    }
    byte[] bytes = line.toByteArray();
    int length =
        bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    return Arrays.copyOf(bytes, length);
  }

  /**
   * A message with CRLF line ends and without the dots that were put before dots. One that is too
   * large is read to its end and given up: what is returned is then larger than the limit.
   */
  byte[] message(int limit) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean tooLarge = false;
    for (byte[] line = lineBytes(); !isDot(line); line = lineBytes()) {
      int from = line.length > 0 && line[0] == '.' ? 1 : 0;
      tooLarge = tooLarge || message.size() + line.length - from + 2 > limit;
      if (!tooLarge) {
        message.write(line, from, line.length - from);
        message.write('\r');
        message.write('\n');
      }
    }
    return tooLarge ? new byte[limit + 1] : message.toByteArray();
  }

  private static boolean isDot(byte[] line) {
    return line.length == 1 && line[0] == '.';
  }
}
