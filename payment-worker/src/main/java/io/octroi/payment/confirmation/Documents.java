package io.octroi.payment.confirmation;

import io.octroi.contracts.Money;
import io.octroi.payment.confirmation.Finding.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what providers' APIs answer, as far as it decides whether a claim is true. */
final class Documents {
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(64)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final DateTimeFormatter CINETPAY_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Documents() {}

  /** What the document says; empty for one that does not have the provider's shape. */
  static Optional<Finding> read(Subject subject, byte[] document) {
    try {
      JsonNode json = JSON.readTree(document);
      return switch (subject.provider()) {
        case "mtn_momo" -> Optional.of(momo(json));
        case "orange_money" -> Optional.of(orange(json));
        case "cinetpay" -> Optional.of(cinetpay(json));
        case "flutterwave" -> Optional.of(flutterwave(subject, json.path("data")));
        case "paypal" -> Optional.of(paypal(json));
        default -> Optional.empty();
      };
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Finding momo(JsonNode json) {
    String word = json.path("status").asString("");
    Status status =
        switch (word) {
          case "SUCCESSFUL" -> Status.PAID;
          case "FAILED", "REJECTED", "TIMEOUT" -> Status.FAILED;
          default -> Status.PENDING;
        };
    return new Finding(
        status, word, "", json.path("externalId").asString(""), money(json), Optional.empty(), "");
  }

  private static Finding orange(JsonNode json) {
    String word = json.path("status").asString("");
    Status status =
        switch (word) {
          case "SUCCESS" -> Status.PAID;
          case "FAILED", "EXPIRED" -> Status.FAILED;
          default -> Status.PENDING;
        };
    return new Finding(
        status,
        word,
        "",
        json.path("order_id").asString(""),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static Finding cinetpay(JsonNode json) {
    String word = json.path("data").path("status").asString("");
    Status status =
        switch (word) {
          case "ACCEPTED" ->
              json.path("code").asString("").equals("00") ? Status.PAID : Status.PENDING;
          case "REFUSED" -> Status.FAILED;
          default -> Status.PENDING;
        };
    return new Finding(
        status,
        word,
        "",
        "",
        money(json.path("data")),
        time(json.path("data").path("payment_date").asString("")),
        "");
  }

  private static Finding flutterwave(Subject subject, JsonNode data) {
    String word = data.path("status").asString("");
    if (!subject.kind().equals("transaction") && !subject.kind().equals("charge")) {
      // What follows from a payment, such as a refund, is what it is, whatever it tells.
      String id = data.path("id").asString("");
      return new Finding(Status.PAID, word, id, "", Optional.empty(), Optional.empty(), "");
    }
    Status status =
        switch (word) {
          case "successful", "succeeded" -> Status.PAID;
          case "failed" -> Status.FAILED;
          default -> Status.PENDING;
        };
    return new Finding(
        status,
        word,
        data.path("id").asString(""),
        data.path("tx_ref").asString(data.path("reference").asString("")),
        money(data),
        time(data.path("created_at").asString(data.path("created_datetime").asString(""))),
        "");
  }

  /** PayPal's own copy of an event is what it is, whatever it tells. */
  private static Finding paypal(JsonNode json) {
    return new Finding(
        Status.PAID,
        "",
        json.path("id").asString(""),
        "",
        Optional.empty(),
        time(json.path("create_time").asString("")),
        json.path("event_type").asString(""));
  }

  private static Optional<Money> money(JsonNode json) {
    JsonNode amount = json.path("amount");
    String text = amount.isNumber() ? plain(amount) : amount.asString("");
    try {
      return Optional.of(Money.ofDecimal(text, json.path("currency").asString("")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Looked at before it is written out: 1e999999999 would be a very long text. */
  private static String plain(JsonNode amount) {
    return Math.abs((long) amount.decimalValue().scale()) > 30
        ? ""
        : amount.decimalValue().toPlainString();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text, CINETPAY_TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
