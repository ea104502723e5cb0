package io.octroi.payment.translation;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A provider's object as raw JSON. A field is addressed by its path; what is missing or null is
 * empty, what has the wrong shape is malformed.
 */
public record ProviderObject(JsonNode json) {
  private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

  public ProviderObject at(String... path) {
    JsonNode node = json;
    for (String name : path) {
      node = node.path(name);
    }
    return new ProviderObject(node);
  }

  /** The elements of a list object's {@code data}, or of a plain array. */
  public Stream<ProviderObject> elements(String... path) {
    ProviderObject list = at(path);
    JsonNode elements = list.json.isArray() ? list.json : list.json.path("data");
    return elements.valueStream().map(ProviderObject::new);
  }

  public boolean isObject() {
    return json.isObject();
  }

  /** The object's own id. */
  public String id() {
    return reference("id").orElseThrow(() -> new MalformedEventException("no_id"));
  }

  /** The id of another object, which may be given as its id or in full. */
  public Optional<String> reference(String... path) {
    JsonNode node = at(path).json;
    JsonNode id = node.isObject() ? node.path("id") : node;
    if (id.isNull() || id.isMissingNode()) {
      return Optional.empty();
    }
    if (!id.isString() || !ID.matcher(id.stringValue()).matches()) {
      throw new MalformedEventException("bad_reference");
    }
    return Optional.of(id.stringValue());
  }

  /** An id that may be a number, or a text that is empty where there is none. */
  public Optional<String> identifier(String... path) {
    JsonNode node = at(path).json;
    if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
      return Optional.of(Long.toString(node.longValue()));
    }
    return node.isString() && node.stringValue().isEmpty() ? Optional.empty() : reference(path);
  }

  /** An id that must be there. */
  public String required(String... path) {
    return identifier(path).orElseThrow(() -> new MalformedEventException("no_id"));
  }

  /** A short text; empty for anything else, because texts only help and never decide. */
  public Optional<String> text(String... path) {
    JsonNode node = at(path).json;
    return node.isString() && !node.stringValue().isBlank()
        ? Optional.of(node.stringValue().strip())
        : Optional.empty();
  }

  /** A text that is fit to be an id; empty for anything else. */
  public Optional<String> plainText(String... path) {
    return text(path).filter(ProviderObject::isPlain);
  }

  /** A word that decides, such as a status; missing is a word of its own. */
  public String word(String field) {
    return text(field).orElse("");
  }

  public boolean isTrue(String field) {
    return json.path(field).isBoolean() && json.path(field).booleanValue();
  }

  public boolean has(String... path) {
    JsonNode node = at(path).json;
    return !node.isNull() && !node.isMissingNode();
  }

  /** A field in seconds since 1970. */
  public Optional<Instant> instant(String field) {
    return Times.seconds(json.path(field));
  }

  /** A field in ISO 8601 with an offset; empty where it is missing or an empty text. */
  public Optional<Instant> time(String... path) {
    return Times.iso(at(path).json);
  }

  /** A text that is fit to be an id, if it is. */
  public static Optional<String> plain(String text) {
    return Optional.of(text).filter(ProviderObject::isPlain);
  }

  static boolean isPlain(String text) {
    return ID.matcher(text).matches();
  }
}
