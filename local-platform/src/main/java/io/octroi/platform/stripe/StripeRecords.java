package io.octroi.platform.stripe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the stand-in knows: objects by type and id, and events in the order they came. */
final class StripeRecords {
  private final Map<String, JsonNode> objects = new LinkedHashMap<>();
  private final List<JsonNode> events = new ArrayList<>();
  private final Set<String> delivered = new HashSet<>();

  synchronized void putObject(JsonNode object) {
    objects.put(key(object.path("object").asString(), object.path("id").asString()), object);
  }

  synchronized Optional<JsonNode> object(String type, String id) {
    return Optional.ofNullable(objects.get(key(type, id)));
  }

  synchronized List<JsonNode> objects(String type, Predicate<JsonNode> wanted) {
    return objects.values().stream()
        .filter(object -> object.path("object").asString().equals(type))
        .filter(wanted)
        .toList();
  }

  synchronized void putEvent(JsonNode event) {
    events.add(event);
  }

  synchronized void markDelivered(String eventId) {
    delivered.add(eventId);
  }

  synchronized boolean isDelivered(String eventId) {
    return delivered.contains(eventId);
  }

  synchronized Optional<JsonNode> event(String id) {
    return events.stream().filter(event -> event.path("id").asString().equals(id)).findFirst();
  }

  /** Newest first; of one second, the later known first. */
  synchronized List<JsonNode> eventsNewestFirst() {
    return events.reversed().stream()
        .sorted(Comparator.comparingLong(StripeRecords::created).reversed())
        .toList();
  }

  private static long created(JsonNode event) {
    return event.path("created").asLong();
  }

  private static String key(String type, String id) {
    return type + " " + id;
  }

  static ObjectNode list(String url, List<JsonNode> data, boolean hasMore) {
    ObjectNode list = StripeJson.object();
    list.put("object", "list").put("url", url).put("has_more", hasMore);
    list.putArray("data").addAll(data);
    return list;
  }
}
