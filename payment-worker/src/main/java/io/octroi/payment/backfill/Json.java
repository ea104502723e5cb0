package io.octroi.payment.backfill;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the parts that all lists have; whatever is not as expected is no answer. */
final class Json {
  private Json() {}

  /** The elements of a list; an answer without one is none of this API. */
  static List<JsonNode> list(JsonNode answer, String name) {
    JsonNode list = answer.path(name);
    if (!list.isArray()) {
      throw garbled();
    }
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }

  /** A text or number that must be there. */
  static String text(JsonNode object, String name) {
    String value = object.path(name).asString("");
    if (value.isEmpty()) {
      throw garbled();
    }
    return value;
  }

  /** An ISO 8601 time that must be there. */
  static Instant time(JsonNode object, String name) {
    try {
      return OffsetDateTime.parse(text(object, name)).toInstant();
    } catch (DateTimeException e) {
      throw garbled();
    }
  }

  static ApiFailure garbled() {
    return new ApiFailure("garbled");
  }
}
