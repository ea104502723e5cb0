package io.octroi.gateway.scheme;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times inside a signed body: Unix seconds, or RFC 3339 with an offset. */
public final class BodyTime {
  /** The end of the year 9999: later times do not fit the forms that readers know. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  private BodyTime() {}

  /** The time at {@code path}; empty if there is none or it is in neither form. */
  public static Optional<Instant> at(JsonBody body, String... path) {
    return body.whole(path)
        .filter(seconds -> seconds > 0 && seconds <= END.getEpochSecond())
        .map(Instant::ofEpochSecond)
        .or(() -> body.text(path).flatMap(BodyTime::parse))
        .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(END));
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
