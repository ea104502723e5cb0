package io.octroi.runtime.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that runs ahead of another one by an offset that all processes of one machine share: they
 * map the same eight bytes of a file. Whoever moves it moves it for everybody, at once. For one
 * machine only; a deployment has no such file.
 */
public final class SharedClock extends Clock {
  private static final VarHandle MILLIS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Clock base;
  private final ByteBuffer offset;

  private SharedClock(Clock base, ByteBuffer offset) {
    this.base = base;
    this.offset = offset;
  }

  /**
   * Opens the clock that {@code file} holds the offset of; a new file means no offset.
   *
   * @throws UncheckedIOException if the file can be neither read nor made
   */
  public static SharedClock open(Path file, Clock base) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedClock(base, channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's file cannot be opened", e);
    }
  }

  /** How far it runs ahead, in whole milliseconds. */
  public Duration offset() {
    return Duration.ofMillis((long) MILLIS.getVolatile(offset, 0));
  }

  /**
   * Moves it, for every process.
   *
   * @param step never negative: what has happened cannot be undone by the clock
   * @throws IllegalArgumentException for a negative step
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("the clock only goes forward");
    }
    long _ = (long) MILLIS.getAndAdd(offset, 0, step.toMillis());
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SharedClock(base.withZone(zone), offset);
  }
}
