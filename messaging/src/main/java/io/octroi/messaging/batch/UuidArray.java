package io.octroi.messaging.batch;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/** A {@code uuid[]}. */
final class UuidArray extends BinaryArray<UUID> {
  private static final long serialVersionUID = 1L;

  UuidArray(@Nullable UUID[] elements) {
    super("_uuid", Oid.UUID, 2 * Long.BYTES, elements);
  }

  @Override
  void write(UUID element, ByteBuffer target) {
    target.putLong(element.getMostSignificantBits()).putLong(element.getLeastSignificantBits());
  }

  @Override
  String text(UUID element) {
    return element.toString();
  }
}
