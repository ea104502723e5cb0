package io.octroi.bench.load;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Reads HTTP/1.1 answers, one at a time, in whatever pieces they come: the status, and where the
 * next one begins. Bodies are passed over, whether of a stated length or in chunks.
 */
final class ResponseParser {
  private static final int LONGEST_LINE = 16 * 1024;

  private enum Part {
    STATUS,
    HEADERS,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    TRAILERS,
    DONE
  }

  private final StringBuilder line = new StringBuilder(128);
  private Part part = Part.STATUS;
  private int status;
  private long left;
  private boolean chunked;
  private boolean lastOne;

  /** For the next answer on this connection. */
  void reset() {
    line.setLength(0);
    part = Part.STATUS;
    status = 0;
    left = 0;
    chunked = false;
    lastOne = false;
  }

  /**
   * Reads on.
   *
   * @return whether the answer is complete; bytes behind it are left in the buffer
   * @throws IllegalStateException for what is no HTTP
   */
  boolean read(ByteBuffer bytes) {
    while (part != Part.DONE && bytes.hasRemaining()) {
      if (part == Part.BODY || part == Part.CHUNK) {
        skip(bytes);
      } else if (endOfLine(bytes.get())) {
        String whole = line.toString();
        line.setLength(0);
        line(whole);
      }
    }
    return part == Part.DONE;
  }

  int status() {
    return status;
  }

  /** Whether the connection ends with this answer. */
  boolean isLastOne() {
    return lastOne;
  }

  private boolean endOfLine(byte next) {
    if (next == '\n') {
      return true;
    }
    if (line.length() >= LONGEST_LINE) {
      throw new IllegalStateException("a line of an answer without an end");
    }
    if (next != '\r') {
      line.append((char) next);
    }
    return false;
  }

  private void skip(ByteBuffer bytes) {
    int skipped = (int) Math.min(left, bytes.remaining());
    bytes.position(bytes.position() + skipped);
    left -= skipped;
    if (left == 0) {
      part = part == Part.BODY ? Part.DONE : Part.CHUNK_SIZE;
    }
  }

  private void line(String whole) {
    switch (part) {
      case STATUS -> statusLine(whole);
      case HEADERS -> header(whole);
      case CHUNK_SIZE -> chunkSize(whole);
      case TRAILERS -> part = whole.isEmpty() ? Part.DONE : Part.TRAILERS;
      case BODY, CHUNK, DONE -> throw new IllegalStateException("no line is read here");
    }
  }

  private void statusLine(String whole) {
    if (!whole.startsWith("HTTP/1.1 ") || whole.length() < 12) {
      throw new IllegalStateException("an answer that is not HTTP/1.1");
    }
    status = Integer.parseInt(whole.substring(9, 12));
    part = Part.HEADERS;
  }

  private void header(String whole) {
    if (whole.isEmpty()) {
      part = chunked ? Part.CHUNK_SIZE : left == 0 ? Part.DONE : Part.BODY;
      return;
    }
    int colon = whole.indexOf(':');
    String value = whole.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    switch (whole.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT)) {
      case "content-length" -> left = Long.parseLong(value);
      case "transfer-encoding" -> chunked = value.endsWith("chunked");
      case "connection" -> lastOne = value.equals("close");
      default -> {
        // Says nothing about where the answer ends.
      }
    }
  }

  /** A chunk is followed by an empty line of its own, then by the next one's size. */
  private void chunkSize(String whole) {
    if (whole.isEmpty()) {
      return;
    }
    int end = whole.indexOf(';');
    left = Long.parseLong((end < 0 ? whole : whole.substring(0, end)).strip(), 16);
    part = left == 0 ? Part.TRAILERS : Part.CHUNK;
  }
}
