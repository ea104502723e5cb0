package io.octroi.bench.floor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Rows as a ledger has them, in the binary format of PostgreSQL's {@code copy}; each has an id of
 * its own and the same body.
 */
final class LedgerBatch {
  /** As many events as a worker takes at most in one poll. */
  static final int ROWS = 500;

  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NO_FLAGS = 0;
  private static final int NO_EXTENSION = 0;
  private static final short COLUMNS = 5;
  private static final short END = -1;

  /** PostgreSQL counts microseconds from 2000 on. */
  private static final long RECEIVED_AT =
      ChronoUnit.MICROS.between(
          Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

  private static final byte[] ENDPOINT = "stripe".getBytes(StandardCharsets.UTF_8);
  private static final int ROOM_BESIDE_BODY = 256;

  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  private final byte[] body;
  private final byte[] sha256;
  private final ByteBuffer buffer;

  LedgerBatch(byte[] body) throws NoSuchAlgorithmException {
    this.body = body.clone();
    this.sha256 = MessageDigest.getInstance("SHA-256").digest(body);
    this.buffer = ByteBuffer.allocate(ROWS * (body.length + ROOM_BESIDE_BODY));
  }

  /** The next one: ids that no other has had, to be read before the next call. */
  ByteBuffer next() {
    buffer.clear().put(SIGNATURE).putInt(NO_FLAGS).putInt(NO_EXTENSION);
    for (int row = 0; row < ROWS; row++) {
      buffer.putShort(COLUMNS);
      put(ENDPOINT);
      put(
          ("evt_" + HexFormat.of().toHexDigits(random.nextLong()))
              .getBytes(StandardCharsets.UTF_8));
      buffer.putInt(Long.BYTES).putLong(RECEIVED_AT);
      put(body);
      put(sha256);
    }
    return buffer.putShort(END).flip();
  }

  private void put(byte[] column) {
    buffer.putInt(column.length).put(column);
  }
}
