package io.octroi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Has the subscription-worker rebuild its subscriptions, page by page. */
final class SubscriptionPages {
  /** Differences that are kept to be named, at most; all are counted. */
  private static final int MOST_NAMED = 1000;

  private final ManagementApi api;
  private final CommonOptions common;
  private final boolean apply;
  private final String reason;

  /**
   * @param apply whether what differs is mended
   * @param reason goes into the audit log; empty only where nothing is mended
   */
  SubscriptionPages(ManagementApi api, CommonOptions common, boolean apply, String reason) {
    this.api = api;
    this.common = common;
    this.apply = apply;
    this.reason = reason;
  }

  /** What all pages came to. */
  JsonNode all() {
    ArrayNode differences = JsonMapper.shared().createArrayNode();
    long lookedAt = 0;
    long rows = 0;
    long mended = 0;
    Map<String, String> next = Map.of();
    boolean more = true;
    while (more) {
      JsonNode page = page(next);
      lookedAt += page.path("looked_at").asLong(0);
      rows += page.path("differing_rows").asLong(0);
      mended += page.path("mended").asLong(0);
      for (JsonNode difference : page.path("differences")) {
        if (differences.size() < MOST_NAMED) {
          differences.add(difference);
        }
      }
      more = page.has("next");
      next = parameters(page.path("next"));
      common.note(lookedAt + " subscriptions");
    }
    ObjectNode all = JsonMapper.shared().createObjectNode();
    all.put("looked_at", lookedAt).put("differing_rows", rows).set("differences", differences);
    if (apply) {
      all.put("mended", mended);
    }
    return all;
  }

  private JsonNode page(Map<String, String> next) {
    Map<String, String> query = new LinkedHashMap<>(next);
    if (!apply) {
      query.put("dry_run", "true");
    }
    return api.post(
        ServiceName.SUBSCRIPTION_WORKER, "/rebuild/subscriptions", query, Map.of(), reason);
  }

  private static Map<String, String> parameters(JsonNode next) {
    Map<String, String> parameters = new LinkedHashMap<>();
    next.properties().forEach(p -> parameters.put(p.getKey(), p.getValue().asString()));
    return parameters;
  }
}
