package io.octroi.platform.flutterwave;

import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.Page;
import io.octroi.platform.provider.Shelf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of charges of a time, newest first, as both APIs answer it. */
final class ChargeList {
  private ChargeList() {}

  static ObjectNode answer(Page page, String message) {
    ObjectNode body = Json.object().put("status", "success").put("message", message);
    body.putObject("meta")
        .putObject("page_info")
        .put("total", page.total())
        .put("current_page", page.number())
        .put("total_pages", page.count());
    ArrayNode data = body.putArray("data");
    page.items().forEach(data::add);
    return body;
  }

  static Page page(Shelf charges, Instant from, Instant to, int number, int size) {
    return Page.of(charges.between(from, to).reversed(), number, size);
  }

  /** A whole day from, or up to, the end of a day. */
  static Instant day(Map<String, String> query, String name, Instant otherwise) {
    if (!query.containsKey(name)) {
      return otherwise;
    }
    Instant start = LocalDate.parse(query.get(name)).atStartOfDay(ZoneOffset.UTC).toInstant();
    return name.equals("to") ? start.plus(1, ChronoUnit.DAYS).minusNanos(1) : start;
  }

  static Instant time(Map<String, String> query, String name, Instant otherwise) {
    return query.containsKey(name) ? Instant.parse(query.get(name)) : otherwise;
  }

  static int number(Map<String, String> query, String name, int otherwise) {
    return query.containsKey(name) ? Integer.parseInt(query.get(name)) : otherwise;
  }
}
