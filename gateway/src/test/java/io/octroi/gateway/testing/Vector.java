package io.octroi.gateway.testing;

import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case of a vector file: a request, who may sign it, when it arrives, and the verdict. */
public record Vector(String file, JsonNode json) {
  private static final List<String> FILES =
      List.of(
          "stripe",
          "standard_webhooks",
          "generic_hmac",
          "hyperpay",
          "wave",
          "paystack",
          "flutterwave",
          "cinetpay");

  /** Every case of every file. */
  public static Stream<Vector> all() {
    return FILES.stream().flatMap(Vector::ofFile);
  }

  /** The cases on which every correct verifier agrees. */
  public static Stream<Vector> must() {
    return all().filter(vector -> vector.strictness().equals("must"));
  }

  /** {@code must} or {@code policy}. */
  public String strictness() {
    return json.get("strictness").stringValue();
  }

  private static Stream<Vector> ofFile(String file) {
    try (InputStream stream = Vector.class.getResourceAsStream("/vectors/" + file + ".json")) {
      JsonNode cases = JsonMapper.shared().readTree(Objects.requireNonNull(stream)).get("cases");
      return cases.valueStream().map(json -> new Vector(file, json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean valid() {
    return expected().equals("valid");
  }

  /** {@code valid} or {@code invalid:<reason>}. */
  public String expected() {
    return json.get("expected").stringValue();
  }

  public String profile() {
    String profile = json.path("context").path("profile").asString("");
    return profile + json.path("context").path("version").asString("");
  }

  /** {@code POST} unless the case says otherwise. */
  public String method() {
    return json.path("method").asString("POST");
  }

  public Instant now() {
    return Instant.ofEpochSecond(json.get("now").longValue());
  }

  public byte[] body() {
    return Base64.getDecoder().decode(json.get("body").stringValue());
  }

  /** Name and value of every header line, in order. */
  public List<List<String>> headers() {
    return json.get("headers")
        .valueStream()
        .map(line -> List.of(line.get(0).stringValue(), line.get(1).stringValue()))
        .toList();
  }

  public WebhookRequest request() {
    WebhookHeaders headers = new WebhookHeaders();
    headers().forEach(line -> headers.add(line.get(0), line.get(1)));
    return new WebhookRequest(body(), headers);
  }

  /** All accepted secrets, labelled v0, v1, …, the current one first. */
  public List<Secret> secrets() {
    List<Secret> secrets = new ArrayList<>();
    for (JsonNode value : json.get("secrets")) {
      secrets.add(new Secret("v" + secrets.size(), value.stringValue()));
    }
    return secrets;
  }

  /** What a valid case says of itself; empty text if it does not say. */
  public String extract(String name) {
    return json.path("extract").path(name).asString("");
  }

  @Override
  public String toString() {
    return file + ":" + json.get("name").stringValue();
  }
}
