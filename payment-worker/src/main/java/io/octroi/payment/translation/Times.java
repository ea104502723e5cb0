package io.octroi.payment.translation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the times that providers write; an empty text counts as missing. */
public final class Times {
  /** The last second of the year 9999; beyond it an instant has no common text. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private Times() {}

  /**
   * Seconds since 1970.
   *
   * @throws MalformedEventException for anything else that is there, and for a year past 9999
   */
  static Optional<Instant> seconds(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < 0
        || node.longValue() > LAST_SECOND) {
      throw new MalformedEventException("bad_time");
    }
    return Optional.of(Instant.ofEpochSecond(node.longValue()));
  }

  /** ISO 8601 with an offset. */
  static Optional<Instant> iso(JsonNode node) {
    return written(node, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /**
   * A time in a provider's own format, which must tell the offset or have a zone.
   *
   * @throws MalformedEventException for anything else that is there, and for a year past 9999
   */
  public static Optional<Instant> written(JsonNode node, DateTimeFormatter format) {
    if (node.isNull()
        || node.isMissingNode()
        || (node.isString() && node.stringValue().isBlank())) {
      return Optional.empty();
    }
    if (!node.isString() || node.stringValue().length() > 64) {
      throw new MalformedEventException("bad_time");
    }
    try {
      TemporalAccessor parsed = format.parse(node.stringValue().strip());
      Instant at =
          format.getZone() == null ? OffsetDateTime.from(parsed).toInstant() : Instant.from(parsed);
      if (at.getEpochSecond() < 0 || at.getEpochSecond() > LAST_SECOND) {
        throw new MalformedEventException("bad_time");
      }
      return Optional.of(at);
    } catch (DateTimeException e) {
      throw new MalformedEventException("bad_time");
    }
  }
}
