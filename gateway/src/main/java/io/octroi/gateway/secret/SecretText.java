package io.octroi.gateway.secret;

import io.octroi.runtime.secret.SecretUnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a secret is written in Secrets Manager: plain, or as {@code {"secret":"…"}}, which is what
 * its console makes. White space around it comes from editors and is no part of it.
 */
final class SecretText {
  private static final JsonMapper MAPPER = new JsonMapper();

  private SecretText() {}

  /**
   * The secret itself.
   *
   * @throws SecretUnavailableException for JSON of another shape, or nothing at all
   */
  static String read(String stored) {
    String text = stored.strip();
    String value = text.startsWith("{") ? member(text) : text;
    if (value.isEmpty()) {
      throw new SecretUnavailableException("the stored secret is empty");
    }
    return value;
  }

  private static String member(String json) {
    try {
      JsonNode value = MAPPER.readTree(json).path("secret");
      if (value.isString()) {
        return value.stringValue().strip();
      }
    } catch (JacksonException e) {
      // Without the cause: its message quotes the text.
      throw new SecretUnavailableException("the stored secret is not JSON, though it begins so");
    }
    throw new SecretUnavailableException("the stored secret has no text member named secret");
  }
}
