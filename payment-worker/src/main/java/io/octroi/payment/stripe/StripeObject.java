package io.octroi.payment.stripe;

import io.octroi.contracts.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One of Stripe's objects as raw JSON. A field is addressed by its path; what is missing or null is
 * empty, what has the wrong shape is malformed.
 */
record StripeObject(JsonNode json) {
  /** A Stripe id is at most 255 characters; letters, digits, {@code _}, and {@code -} in some. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  /** The last second of the year 9999; beyond it an instant has no common text. */
  private static final long LAST_SECOND = 253_402_300_799L;

  StripeObject at(String... path) {
    JsonNode node = json;
    for (String name : path) {
      node = node.path(name);
    }
    return new StripeObject(node);
  }

  /** The elements of a list object's {@code data}, or of a plain array. */
  Stream<StripeObject> elements(String... path) {
    StripeObject list = at(path);
    JsonNode elements = list.json.isArray() ? list.json : list.json.path("data");
    return elements.valueStream().map(StripeObject::new);
  }

  /** The object's own id. */
  String id() {
    return reference("id").orElseThrow(() -> new MalformedEventException("no_id"));
  }

  /** The id of another object, which may be given as its id or in full. */
  Optional<String> reference(String... path) {
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

  /** A short text; empty for anything else, because texts only help and never decide. */
  Optional<String> text(String... path) {
    JsonNode node = at(path).json;
    return node.isString() && !node.stringValue().isBlank()
        ? Optional.of(node.stringValue().strip())
        : Optional.empty();
  }

  /** A word that decides, such as a status; missing is a word of its own. */
  String word(String field) {
    return text(field).orElse("");
  }

  boolean isTrue(String field) {
    return json.path(field).isBoolean() && json.path(field).booleanValue();
  }

  boolean has(String... path) {
    JsonNode node = at(path).json;
    return !node.isNull() && !node.isMissingNode();
  }

  Money money(String amountField) {
    return StripeAmounts.read(json.path(amountField), json.path("currency"));
  }

  /** An amount that may be missing; only a present one must be readable. */
  Optional<Money> optionalMoney(String amountField) {
    return has(amountField) && has("currency") ? Optional.of(money(amountField)) : Optional.empty();
  }

  /** Seconds since 1970. */
  Optional<Instant> instant(String field) {
    JsonNode node = json.path(field);
    if (node.isNull() || node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < 0
        || node.longValue() > LAST_SECOND) {
      throw new MalformedEventException("bad_time");
    }
    return Optional.of(Instant.ofEpochSecond(node.longValue()));
  }
}
