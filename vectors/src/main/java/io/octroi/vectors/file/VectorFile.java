package io.octroi.vectors.file;

import io.octroi.platform.hyperpay.HyperPayWebhooks;
import io.octroi.platform.provider.SignedWebhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with its cases, of requests or of result codes.
 *
 * @param name as it was given
 */
public record VectorFile(String name, List<VectorCase> cases) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String RESULT_CODES = "_result_codes";

  /** Whose key does not matter, because both sides are ours. */
  private static final String KEY = "0f".repeat(32);

  private static final Instant ANY_TIME = Instant.ofEpochSecond(1_790_000_000L);

  public VectorFile {
    cases = List.copyOf(cases);
  }

  /**
   * Reads a file whole.
   *
   * @throws UnreadableFileException if anything in it is not as it should be
   */
  public static VectorFile read(Path path) throws UnreadableFileException {
    String name = path.toString();
    try {
      JsonNode file = JSON.readTree(Files.readAllBytes(path));
      if (!file.path("cases").isArray() || !file.path("source").isString()) {
        throw new UnreadableFileException(name + ": not a file of vectors");
      }
      String source = file.path("source").asString();
      List<VectorCase> cases = new ArrayList<>();
      for (JsonNode each : file.path("cases")) {
        cases.add(
            source.endsWith(RESULT_CODES) ? resultCode(source, each) : request(source, each, file));
      }
      return new VectorFile(name, cases);
    } catch (IOException | SecurityException e) {
      throw new UnreadableFileException(name + ": cannot be read");
    } catch (JacksonException e) {
      throw new UnreadableFileException(name + ": is not JSON");
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(name + ": " + e.getMessage());
    }
  }

  private static VectorCase request(String source, JsonNode json, JsonNode file) {
    String name = required(json, "name", "a case").asString();
    JsonNode now = required(json, "now", name);
    if (!now.canConvertToLong()) {
      throw new IllegalArgumentException("case " + name + " has no time");
    }
    return new VectorCase(
        source,
        name,
        required(json, "secrets", name).valueStream().map(secret -> secret.asString("")).toList(),
        new VectorRequest(
            json.path("method").asString("POST"),
            headers(required(json, "headers", name)),
            bytes(required(json, "body", name), name)),
        Instant.ofEpochSecond(now.asLong()),
        new Surroundings(json.path("context"), file.path("policy"), file.path("certs")),
        expectation(json, name),
        Optional.empty());
  }

  private static Expectation expectation(JsonNode json, String name) {
    String word = required(json, "expected", name).asString("");
    if (!word.equals("valid") && !word.startsWith("invalid")) {
      throw new IllegalArgumentException("case " + name + " expects neither valid nor invalid");
    }
    JsonNode plaintext = json.path("plaintext");
    return new Expectation(
        word,
        json.path("strictness").asString("must").equals("policy"),
        json.path("extract").path("event_id").asString(""),
        json.path("extract").path("event_type").asString(""),
        plaintext.isString() ? Optional.of(bytes(plaintext, name)) : Optional.empty());
  }

  /** A code is what a notification of a payment says, encrypted like any other. */
  private static VectorCase resultCode(String source, JsonNode json) {
    String code = required(json, "code", "a case").asString("");
    String outcome = required(json, "outcome", code).asString("");
    Map<String, Object> payload =
        Map.of(
            "id", "8ac7a4a1" + Integer.toHexString(code.hashCode()),
            "paymentType", "DB",
            "amount", "92.00",
            "currency", "EUR",
            "result", Map.of("code", code));
    String body = JSON.writeValueAsString(Map.of("type", "PAYMENT", "payload", payload));
    SignedWebhook sent = HyperPayWebhooks.encrypt(body.getBytes(StandardCharsets.UTF_8), KEY);
    return new VectorCase(
        source.substring(0, source.length() - RESULT_CODES.length()),
        code,
        List.of(KEY),
        new VectorRequest(
            "POST",
            sent.headers().entrySet().stream()
                .map(header -> new HeaderLine(header.getKey(), header.getValue()))
                .toList(),
            sent.body()),
        ANY_TIME,
        new Surroundings(JSON.createObjectNode(), JSON.createObjectNode(), JSON.createObjectNode()),
        new Expectation(outcome, false, "", "", Optional.empty()),
        Optional.of(code));
  }

  private static List<HeaderLine> headers(JsonNode lines) {
    return lines
        .valueStream()
        .map(line -> new HeaderLine(line.path(0).asString(""), line.path(1).asString("")))
        .toList();
  }

  private static byte[] bytes(JsonNode base64, String name) {
    try {
      return Base64.getDecoder().decode(base64.asString(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("case " + name + " has a body that is not Base64", e);
    }
  }

  private static JsonNode required(JsonNode json, String field, String of) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException("case " + of + " has no " + field);
    }
    return value;
  }
}
