package io.octroi.ops;

import static io.octroi.ops.JsonSchemas.ordered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers of each kind of record, and whether each is always there. */
final class Headers {
  /** Of every event of ours. */
  static final Map<String, String> EVENT =
      lines(
          "ce_specversion", "1.0",
          "ce_id", "UUIDv7; a reader handles each id once",
          "ce_source", "The service that wrote it",
          "ce_type", "What it is; the message's name",
          "ce_time", "When it happened",
          "content-type", "application/json",
          "traceparent?", "W3C trace context of what caused it",
          "octroi-redrive-round?", "How often an operator published it again",
          "octroi-redrive-of?", "The dead letter that was published again");

  /** Of a webhook or a callback. */
  static final Map<String, String> WEBHOOK =
      lines(
          "ce_specversion", "1.0",
          "ce_id", "The provider's own id of the event",
          "ce_source", "/webhooks/{endpoint}",
          "ce_type", "{provider}.{the provider's type}",
          "ce_time", "When the provider says that it happened",
          "content-type", "application/octet-stream",
          "ce_endpoint", "The endpoint it came to",
          "ce_provider", "Who sent it",
          "ce_receivedat", "When the gateway had its last byte",
          "ce_secretversion", "The secret that proved it",
          "ce_trust", "What its proof is worth: docs/glossary.md",
          "ce_origin", "How it came: webhook, backfill, …",
          "ce_sealedsha256?", "SHA-256 of the ciphertext where the body came encrypted",
          "traceparent?", "W3C trace context of the request",
          "octroi-redrive-round?", "How often an operator published it again",
          "octroi-redrive-of?", "The dead letter that was published again");

  /** What a dead letter has beside the headers of the record that it was. */
  static final Map<String, String> DEAD_LETTER =
      lines(
          "dlt_reason", "Why it could not be handled, a code",
          "dlt_topic", "Where it was",
          "dlt_partition", "Its partition there",
          "dlt_offset", "Its offset there",
          "dlt_group", "Who could not handle it",
          "dlt_failed_at", "When",
          "dlt_rounds", "How often",
          "octroi-redrive-round?", "How often an operator published it again",
          "octroi-redrive-of?", "The dead letter that was published again");

  /** What stands in the clear on a sealed request. */
  static final Map<String, String> SEALED =
      lines(
          "endpoint", "Where it was sent to",
          "received-at", "When",
          "key-version", "The version of the data key that opens it");

  private Headers() {}

  static Map<String, Object> schemas() {
    return ordered(
        "eventHeaders", schema(EVENT),
        "webhookHeaders", schema(WEBHOOK),
        "deadLetterHeaders", schema(DEAD_LETTER),
        "sealedHeaders", schema(SEALED));
  }

  /** The names, without the mark of those that may be absent. */
  static List<String> names(Map<String, String> headers) {
    return headers.keySet().stream().map(name -> name.replace("?", "")).toList();
  }

  private static Map<String, Object> schema(Map<String, String> headers) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    headers.forEach((name, what) -> {
      properties.put(name.replace("?", ""), ordered("type", "string", "description", what));
      if (!name.endsWith("?")) {
        required.add(name);
      }
    });
    return ordered("type", "object", "properties", properties, "required", required);
  }

  private static Map<String, String> lines(String... namesAndTexts) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      lines.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return lines;
  }
}
