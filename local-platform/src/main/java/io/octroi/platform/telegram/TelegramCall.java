package io.octroi.platform.telegram;

import java.time.Instant;
import java.util.Map;

/**
 * A call as it came, and how it was answered.
 *
 * @param status 200, the refusal's code, or 0 when the connection was closed instead
 * @param answer the body, empty when there was none
 */
public record TelegramCall(
    String method, Map<String, String> parameters, int status, String answer, Instant at) {
  public TelegramCall {
    parameters = Map.copyOf(parameters);
  }
}
