package io.octroi.gateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads bodies byte for byte, within limits of size, memory and time. */
final class BodyReader {
  private static final int CHUNK_BYTES = 8 * 1_024;

  private final int maxBytes;
  private final Duration timeout;

  BodyReader(IntakeProperties properties) {
    this.maxBytes = Math.toIntExact(properties.maxBody().toBytes());
    this.timeout = properties.bodyTimeout();
  }

  /** Whether a request announces more than may be read. */
  boolean announcesTooMuch(HttpServletRequest request) {
    return request.getContentLengthLong() > maxBytes;
  }

  /** Reads the body to its end, or as far as the limits go. */
  Body read(HttpServletRequest request, BufferBudget.Share share) {
    try {
      return read(request.getInputStream(), request.getContentLengthLong(), share);
    } catch (IOException e) {
      return timedOut(e) ? new Body.TooSlow() : new Body.Broken();
    }
  }

  /** The connection's own timeout is for each read: drop by drop a body could take for ever. */
  private Body read(InputStream stream, long announced, BufferBudget.Share share)
      throws IOException {
    long start = System.nanoTime();
    byte[] body = new byte[firstBytes(announced)];
    int size = 0;
    for (int count = stream.read(body);
        count >= 0;
        count = stream.read(body, size, body.length - size)) {
      size += count;
      if (size > maxBytes) {
        return new Body.TooLarge();
      }
      if (!share.holds(size)) {
        return new Body.NoRoom();
      }
      if (System.nanoTime() - start > timeout.toNanos()) {
        return new Body.TooSlow();
      }
      if (size == body.length) {
        body = Arrays.copyOf(body, Math.toIntExact(Math.min(2L * size, maxBytes + 1L)));
      }
    }
    return new Body.Complete(Arrays.copyOf(body, size));
  }

  /** What is announced is believed as far as a chunk goes; with room for seeing the end. */
  private int firstBytes(long announced) {
    long wanted = announced >= 0 && announced < CHUNK_BYTES ? announced + 1 : CHUNK_BYTES;
    return Math.toIntExact(Math.min(wanted, maxBytes + 1L));
  }

  private static boolean timedOut(IOException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
