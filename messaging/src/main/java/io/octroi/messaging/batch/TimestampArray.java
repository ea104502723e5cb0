package io.octroi.messaging.batch;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/**
 * A {@code timestamptz[]}: microseconds since 2000, rounded as PostgreSQL rounds the text of a
 * time. Times that it does not know are out of range there too, and refused by it.
 */
final class TimestampArray extends BinaryArray<Instant> {
  private static final long serialVersionUID = 1L;
  private static final long MICROS_A_SECOND = 1_000_000;
  private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  TimestampArray(@Nullable Instant[] elements) {
    super("_timestamptz", Oid.TIMESTAMPTZ, Long.BYTES, elements);
  }

  @Override
  void write(Instant element, ByteBuffer target) {
    target.putLong(micros(element));
  }

  @Override
  String text(Instant element) {
    return element.toString();
  }

  /** The largest and the smallest number mean infinity: what is too far away stops before them. */
  private static long micros(Instant at) {
    try {
      return Math.addExact(
          Math.multiplyExact(at.getEpochSecond() - EPOCH_SECOND, MICROS_A_SECOND),
          (at.getNano() + 500) / 1_000);
    } catch (ArithmeticException e) {
      return at.getEpochSecond() < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE - 1;
    }
  }
}
