package io.octroi.payment.api;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A request to a provider's API that may be made twice: it reads, or it carries an idempotency key.
 *
 * @param method GET or POST
 * @param path with its query, below the endpoint's base URL
 * @param headers besides those that authorise
 * @param body empty for a GET
 */
public record ApiRequest(String method, String path, Map<String, String> headers, String body) {
  public ApiRequest {
    headers = Map.copyOf(headers);
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("the path of a request starts with one slash");
    }
  }

  public static ApiRequest get(String path) {
    return new ApiRequest("GET", path, Map.of(), "");
  }

  /** A POST that only asks. */
  public static ApiRequest askJson(String path, String json) {
    return new ApiRequest("POST", path, Map.of("Content-Type", "application/json"), json);
  }

  /** A POST of a form that only asks, such as for a token. */
  public static ApiRequest askForm(String path, String form) {
    return new ApiRequest(
        "POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
  }

  /**
   * A POST that changes something.
   *
   * @param keyHeader the provider's header for idempotency keys, such as {@code PayPal-Request-Id}
   * @param key the same for the same intent, also after a restart
   */
  public static ApiRequest change(String path, String json, String keyHeader, String key) {
    return askJson(path, json).with(Map.of(keyHeader, key));
  }

  ApiRequest with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new ApiRequest(method, path, all, body);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Without headers and body, which hold secrets. */
  @Override
  public String toString() {
    return method;
  }
}
