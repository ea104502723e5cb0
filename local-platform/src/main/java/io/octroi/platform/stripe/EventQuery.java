package io.octroi.platform.stripe;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a listing of events asks for.
 *
 * @param types exact, or with a trailing ".*"; empty means all
 * @param from created at this second or later
 * @param until created at this second or earlier
 * @param startingAfter id of the last event of the page before
 */
record EventQuery(
    Set<String> types,
    long from,
    long until,
    int limit,
    Optional<String> startingAfter,
    Optional<Boolean> delivered) {
  private static final int DEFAULT_LIMIT = 10;
  private static final int LARGEST_LIMIT = 100;
  private static final int MOST_TYPES = 20;

  /**
   * Reads the parameters.
   *
   * @throws IllegalArgumentException when Stripe would refuse them; the message says why
   */
  static EventQuery of(Map<String, String> parameters) {
    Set<String> types = new HashSet<>();
    parameters.forEach((name, value) -> {
      if (name.equals("type") || name.startsWith("types[")) {
        types.add(value);
      }
    });
    if (types.size() > MOST_TYPES || (parameters.containsKey("type") && types.size() > 1)) {
      throw new IllegalArgumentException(
          "You may pass up to 20 types, and not together with type.");
    }
    int limit = (int) number(parameters, "limit", DEFAULT_LIMIT);
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new IllegalArgumentException("Invalid limit: must be between 1 and 100.");
    }
    long exactly = number(parameters, "created", -1);
    long from =
        Math.max(number(parameters, "created[gte]", 0), number(parameters, "created[gt]", -1) + 1);
    long until =
        Math.min(
            number(parameters, "created[lte]", Long.MAX_VALUE),
            number(parameters, "created[lt]", Long.MAX_VALUE) - 1);
    return new EventQuery(
        types,
        exactly < 0 ? from : exactly,
        exactly < 0 ? until : exactly,
        limit,
        Optional.ofNullable(parameters.get("starting_after")),
        Optional.ofNullable(parameters.get("delivery_success")).map(Boolean::parseBoolean));
  }

  private static long number(Map<String, String> parameters, String name, long otherwise) {
    String value = parameters.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Invalid integer: " + value, e);
    }
  }

  /** The page after the last event seen; the event itself may not be known any more. */
  List<JsonNode> matching(List<JsonNode> newestFirst) {
    List<JsonNode> rest =
        startingAfter
            .map(last ->
                newestFirst.stream().dropWhile(event -> !id(event).equals(last)).skip(1).toList())
            .orElse(newestFirst);
    return rest.stream().filter(this::matches).toList();
  }

  private boolean matches(JsonNode event) {
    long created = event.path("created").asLong();
    String type = event.path("type").asString();
    return created >= from && created <= until && (types.isEmpty() || wants(type));
  }

  private boolean wants(String type) {
    return types.stream()
        .anyMatch(wanted ->
            wanted.endsWith(".*")
                ? type.startsWith(wanted.substring(0, wanted.length() - 1))
                : wanted.equals(type));
  }

  static String id(JsonNode event) {
    return event.path("id").asString();
  }
}
