package io.octroi.runtime.secret;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a secret is written in Secrets Manager: plain, or as {@code {"secret":"…"}}, which is what
 * its console makes, or as an object of several. White space around it comes from editors and is no
 * part of it.
 */
public final class SecretText {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String MEMBER = "secret";

  private SecretText() {}

  /**
   * The secret itself.
   *
   * @throws SecretUnavailableException for JSON of another shape, or nothing at all
   */
  public static String read(String stored) {
    String text = stored.strip();
    String value = text.startsWith("{") ? member(text, MEMBER) : text;
    if (value.isEmpty()) {
      throw new SecretUnavailableException("the stored secret is empty");
    }
    return value;
  }

  /**
   * One of several values that a secret holds as a JSON object.
   *
   * @throws SecretUnavailableException where it is none, has no such member, or an empty one
   */
  static String read(String stored, String key) {
    String value = member(stored.strip(), key);
    if (value.isEmpty()) {
      throw new SecretUnavailableException("the stored secret is empty at " + key);
    }
    return value;
  }

  private static String member(String json, String key) {
    try {
      JsonNode value = MAPPER.readTree(json).path(key);
      if (value.isString()) {
        return value.stringValue().strip();
      }
    } catch (JacksonException e) {
      // Without the cause: its message quotes the text.
      throw new SecretUnavailableException("the stored secret is not JSON");
    }
    throw new SecretUnavailableException("the stored secret has no text member named " + key);
  }
}
