package io.octroi.platform.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** One delivery, ready to be posted to any endpoint as often as one likes. */
public final class SignedWebhook {
  private final String method;
  private final SequencedMap<String, String> headers;
  private final byte[] body;

  private SignedWebhook(String method, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.headers = new LinkedHashMap<>(headers);
    this.body = body.clone();
  }

  public static SignedWebhook post(String contentType, byte[] body) {
    return new SignedWebhook("POST", Map.of("Content-Type", contentType), body);
  }

  public static SignedWebhook json(byte[] body) {
    return post("application/json", body);
  }

  public SignedWebhook withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new SignedWebhook(method, more, body);
  }

  public SignedWebhook withMethod(String value) {
    return new SignedWebhook(value, headers, body);
  }

  /** Other bytes under the same headers: what a forger would send. */
  public SignedWebhook withBody(byte[] value) {
    return new SignedWebhook(method, headers, value);
  }

  public String method() {
    return method;
  }

  public SequencedMap<String, String> headers() {
    return new LinkedHashMap<>(headers);
  }

  public byte[] body() {
    return body.clone();
  }
}
