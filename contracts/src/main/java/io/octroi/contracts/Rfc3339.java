package io.octroi.contracts;

import com.ethlo.time.ITU;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Times as RFC 3339 writes them. Read by a parser that knows this one format: the JDK's, which
 * knows any, took a tenth of what the notifier does for an event (docs/performance.md).
 */
final class Rfc3339 {
  private Rfc3339() {}

  /**
   * Reads a date and time with offset, to the nanosecond. Years that RFC 3339 has no form for are
   * read as {@link Instant#toString} writes them: the end of a plan of very many days is one.
   *
   * @throws DateTimeException where the text is none
   */
  static Instant parse(String text) {
    if (text.startsWith("+") || text.startsWith("-")) {
      return Instant.parse(text);
    }
    ParsePosition read = new ParsePosition(0);
    Instant time = ITU.parseDateTime(text, read).toInstant();
    if (read.getIndex() != text.length()) {
      throw new DateTimeParseException("more than a time", text, read.getIndex());
    }
    return time;
  }

  /** Reads instants in JSON: a text and nothing else. */
  static JacksonModule module() {
    return new SimpleModule("rfc3339").addDeserializer(Instant.class, new InstantReader());
  }

  private static final class InstantReader extends StdScalarDeserializer<Instant> {
    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
      }
      String text = parser.getString();
      try {
        return parse(text);
      } catch (DateTimeException e) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "no time of RFC 3339");
      }
    }
  }
}
