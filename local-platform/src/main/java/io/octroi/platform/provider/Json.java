package io.octroi.platform.provider;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as most providers write it: on one line. */
public final class Json {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Json() {}

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  public static String write(JsonNode value) {
    return JSON.writeValueAsString(value);
  }

  /** What was sent, or a missing node if it is not JSON. */
  public static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * An object written as text.
   *
   * @throws ClassCastException when it is something else
   */
  public static ObjectNode objectOf(String text) {
    return (ObjectNode) JSON.readTree(text);
  }
}
