package io.octroi.platform.telegram;

import io.octroi.platform.http.RecordedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call's parameters, however they came: query, form or JSON. Nested values stay JSON text. */
record Parameters(Map<String, String> values) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static Parameters of(RecordedRequest request) {
    Map<String, String> values = new LinkedHashMap<>(request.queryParameters());
    String type = request.header("content-type").orElse("");
    if (type.startsWith("application/json")) {
      values.putAll(fromJson(request));
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      values.putAll(request.formParameters());
    }
    return new Parameters(values);
  }

  private static Map<String, String> fromJson(RecordedRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> member : JSON.readTree(request.body()).properties()) {
        JsonNode value = member.getValue();
        if (!value.isNull()) {
          values.put(member.getKey(), value.isValueNode() ? value.asString() : value.toString());
        }
      }
      return values;
    } catch (JacksonException e) {
      throw TelegramRefusal.badRequest("can't parse request body as JSON object");
    }
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  boolean flag(String name) {
    return text(name).equals("true") || text(name).equals("1");
  }

  /** A whole number, or the other value when it is absent. */
  long number(String name, long otherwise) {
    String value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw TelegramRefusal.badRequest("invalid " + name + " specified");
    }
  }

  long requiredNumber(String name) {
    if (text(name).isEmpty()) {
      throw TelegramRefusal.badRequest("invalid " + name + " specified");
    }
    return number(name, 0);
  }
}
