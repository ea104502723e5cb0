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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case of a vector file: a request, who may sign it, when it arrives, and the verdict. */
public record Vector(String file, JsonNode json, JsonNode certificates) {
  private static final List<String> FILES =
      List.of(
          "stripe",
          "standard_webhooks",
          "generic_hmac",
          "hyperpay",
          "wave",
          "paystack",
          "flutterwave",
          "cinetpay",
          "mtn_momo",
          "orange_money",
          "paypal",
          "telegram",
          "twilio",
          "aws_sns");

  /** Verdicts on the order or on what the provider's API says of it, and not on the request. */
  private static final Set<String> ASKED =
      Set.of(
          "requery-pending",
          "requery-disagrees",
          "requery-unavailable",
          "not-paid",
          "amount-mismatch",
          "unknown-order",
          "token-mismatch",
          "already-processed");

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
      JsonNode all = JsonMapper.shared().readTree(Objects.requireNonNull(stream));
      return all.get("cases").valueStream().map(json -> new Vector(file, json, all.path("certs")));
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
    return profile
        + json.path("context").path("version").asString("")
        + json.path("context").path("env").asString("");
  }

  /** Our own reference in the path; empty if the case has none. */
  public String reference() {
    return json.path("context").path("reference_id").asString("");
  }

  /** The public address that was posted to; empty if the case has none. */
  public String url() {
    return json.path("context").path("url").asString("");
  }

  /** What a GET of each address answers; every other address must not be requested. */
  public Map<String, String> certificateResponses() {
    Map<String, String> responses = new HashMap<>();
    json.path("context")
        .path("cert_responses")
        .propertyStream()
        .forEach(response -> responses.put(response.getKey(), pem(response.getValue())));
    return responses;
  }

  /** The roots to trust, in PEM. */
  public String trustAnchors() {
    return pem(json.path("context").path("trust_anchors"));
  }

  private String pem(JsonNode names) {
    return names
        .valueStream()
        .map(name -> certificates.path(name.asString()).asString(name.asString()))
        .collect(Collectors.joining("\n"));
  }

  /** Whether only somebody who asks the provider can come to the verdict. */
  public boolean decidedByAsking() {
    return Set.of("mtn_momo", "orange_money").contains(file)
        && ASKED.stream().anyMatch(reason -> expected().equals("invalid:" + reason));
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
    return new WebhookRequest(url(), reference(), body(), headers);
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
