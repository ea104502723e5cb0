package io.octroi.gateway.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
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
      return read(request.getInputStream(), share);
    } catch (IOException e) {
      return timedOut(e) ? new Body.TooSlow() : new Body.Broken();
    }
  }

  /** The connection's own timeout is for each read: drop by drop a body could take for ever. */
  private Body read(InputStream stream, BufferBudget.Share share) throws IOException {
    long start = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK_BYTES);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
      if (body.size() + count > maxBytes) {
        return new Body.TooLarge();
      }
      if (!share.holds(body.size() + count)) {
        return new Body.NoRoom();
      }
      if (System.nanoTime() - start > timeout.toNanos()) {
        return new Body.TooSlow();
      }
      body.write(chunk, 0, count);
    }
    return new Body.Complete(body.toByteArray());
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
