package io.octroi.contracts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): they sort by the millisecond they were made in. */
public final class EventIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private EventIds() {}

  /** A new id; {@code at} is when, by the caller's clock. */
  public static UUID next(Instant at) {
    long millis = at.toEpochMilli();
    long random = RANDOM.nextLong();
    long high = (millis << 16) | 0x7000L | (random & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
