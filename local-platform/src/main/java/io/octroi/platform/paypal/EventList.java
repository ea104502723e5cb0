package io.octroi.platform.paypal;

import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.Shelf;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of the events of a time, newest first, with a link to the next. */
final class EventList {
  private static final int DEFAULT_SIZE = 10;
  private static final int GREATEST_SIZE = 300;

  private final Map<String, String> query;
  private final URI server;

  EventList(Map<String, String> query, URI server) {
    this.query = query;
    this.server = server;
  }

  /**
   * Reads the page.
   *
   * @throws IllegalArgumentException when a parameter is no time or number
   */
  ObjectNode of(Shelf events) {
    List<ObjectNode> all =
        events
            .between(time("start_time", Instant.MIN), time("end_time", Instant.MAX))
            .reversed()
            .stream()
            .filter(this::fits)
            .toList();
    int size = Math.clamp(number("page_size", DEFAULT_SIZE), 1, GREATEST_SIZE);
    int from = Math.min(all.size(), number("index_id", 0));
    int to = Math.min(all.size(), from + size);
    ObjectNode body = Json.object();
    ArrayNode page = body.putArray("events");
    all.subList(from, to).forEach(page::add);
    body.put("count", page.size());
    body.putArray("links");
    link(body, "self", query);
    if (to < all.size()) {
      Map<String, String> next = new LinkedHashMap<>(query);
      next.put("move_to", "next");
      next.put("index_id", Integer.toString(to));
      link(body, "next", next);
    }
    return body;
  }

  private boolean fits(ObjectNode event) {
    String type = query.getOrDefault("event_type", "");
    String transaction = query.getOrDefault("transaction_id", "");
    return (type.isEmpty() || event.path("event_type").asString().equals(type))
        && (transaction.isEmpty()
            || event.path("resource").path("id").asString("").equals(transaction));
  }

  private void link(ObjectNode body, String rel, Map<String, String> parameters) {
    String text =
        parameters.entrySet().stream()
            .map(parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    body.withArray("links")
        .addObject()
        .put("href", server + "/v1/notifications/webhooks-events?" + text)
        .put("rel", rel)
        .put("method", "GET");
  }

  private Instant time(String name, Instant otherwise) {
    try {
      return query.containsKey(name) ? Instant.parse(query.get(name)) : otherwise;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a time: " + name, e);
    }
  }

  private int number(String name, int otherwise) {
    return query.containsKey(name) ? Integer.parseInt(query.get(name)) : otherwise;
  }
}
