package io.octroi.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.octroi.contracts.PaymentEvent.PaymentSucceeded;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedEventTest {
  private static final String SECRET = "do-not-tell@example.org";
  private static final UUID ID = UUID.fromString("019c2b6c-1111-7222-8333-444455556666");
  private static final DomainEvent EVENT =
      SampleEvents.full().stream()
          .filter(PaymentSucceeded.class::isInstance)
          .findFirst()
          .orElseThrow();
  private static final String JSON = new String(EventCodec.toJson(EVENT), UTF_8);

  private final ConsumerRecord<String, byte[]> good =
      KafkaRecords.arrived(EventCodec.toRecord(new EventEnvelope(ID, "/payment-worker", EVENT)));

  @Test
  void a_record_without_a_key_is_read_all_the_same() {
    assertThat(EventCodec.fromRecord(KafkaRecords.withoutKey(good))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"octroi.payment.invented.v1", "octroi.payment.succeeded.v2", "x"})
  void an_unknown_type_is_passed_over_whatever_its_value(String type) {
    ConsumerRecord<String, byte[]> unknown = KafkaRecords.with(good, "ce_type", type);

    assertThat(EventCodec.fromRecord(unknown)).isEmpty();
    assertThat(EventCodec.fromRecord(KafkaRecords.withValue(unknown, bytes("]")))).isEmpty();
    assertThat(EventCodec.fromRecord(KafkaRecords.withValue(unknown, null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type"})
  void a_record_that_lacks_a_required_header_is_malformed(String header) {
    assertMalformed(KafkaRecords.without(good, header));
    assertMalformed(KafkaRecords.with(good, header, null));
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 9.9",
    "ce_specversion, ''",
    "ce_id, not-a-uuid",
    "ce_id, ''",
    "ce_source, 'not a uri'",
    "ce_time, yesterday",
    "ce_time, 2026-02-30T10:15:31Z",
    "ce_time, 1770113731",
    "content-type, application/cloudevents+json",
  })
  void a_record_with_a_header_that_does_not_parse_is_malformed(String header, String value) {
    assertMalformed(KafkaRecords.with(good, header, value));
  }

  @Test
  void a_record_of_another_system_is_malformed() {
    assertMalformed(new ConsumerRecord<>(Topics.PAYMENTS, 0, 0, SECRET, bytes(SECRET)));
  }

  @Test
  void a_record_without_a_value_is_malformed() {
    assertMalformed(KafkaRecords.withValue(good, null));
    assertMalformed(KafkaRecords.withValue(good, new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do-not-tell@example.org",
        "null",
        "[]",
        "42",
        "\"do-not-tell@example.org\"",
        "{}",
        "{\"occurred_at\":\"do-not-tell@example.org\"}",
        "{\"payment\":{\"contact\":{\"email\":\"do-not-tell@example.org\"}}",
        "{\"payment\":\"do-not-tell@example.org\"}",
      })
  void a_value_that_is_no_such_event_is_malformed(String value) {
    assertMalformed(KafkaRecords.withValue(good, bytes(value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"minor_units\":4900   | \"minor_units\":-4900",
        "\"minor_units\":4900   | \"minor_units\":49.99",
        "\"minor_units\":4900   | \"minor_units\":\"4900\"",
        "\"minor_units\":4900   | \"minor_units\":null",
        "\"minor_units\":4900   | \"minor_units\":9223372036854775808",
        "\"minor_units\":4900,  | ",
        "\"currency\":\"EUR\"   | \"currency\":\"do-not-tell@example.org\"",
        "\"currency\":\"EUR\"   | \"currency\":\"\"",
        "\"currency\":\"EUR\"   | \"currency\":null",
        "\"version\":2          | \"version\":null",
        "\"version\":2          | \"version\":true",
        "\"version\":2,         | ",
        "\"status\":\"succeeded\" | \"status\":\"do-not-tell@example.org\"",
        "\"status\":\"succeeded\" | \"status\":1",
        "\"status\":\"succeeded\" | \"status\":\"\"",
        "\"status\":\"succeeded\" | \"status\":null",
        "\"status\":\"succeeded\" | \"status\":\"SUCCEEDED\"",
        "\"customer_id\":\"cus_9041\" | \"customer_id\":null",
        "\"customer_id\":\"cus_9041\" | \"customer_id\":42",
        "\"customer_id\":\"cus_9041\" | \"customer_id\":{}",
        "\"customer_id\":\"cus_9041\", | ",
        "\"occurred_at\":\"2026-02-03T10:15:31Z\", | ",
        "\"occurred_at\":\"2026-02-03T10:15:31Z\" | \"occurred_at\":\"\"",
        "\"occurred_at\":\"2026-02-03T10:15:31Z\" | \"occurred_at\":1770113731",
        "\"occurred_at\":\"2026-02-03T10:15:31Z\" | \"occurred_at\":{}",
        "\"occurred_at\":\"2026-02-03T10:15:31Z\" | \"occurred_at\":\"2026-02-30T10:15:31Z\"",
        "\"occurred_at\":\"2026-02-03T10:15:31Z\" | \"occurred_at\":\"2026-02-03T10:15:31\"",
        "\"payment_id\":\"019c2b6a-7c10-7a3e-9d41-5b2c8e6f0a17\" | \"payment_id\":\"\"",
        "\"payment_id\":\"019c2b6a-7c10-7a3e-9d41-5b2c8e6f0a17\" | \"payment_id\":\"x\"",
        "\"telegram_user_id\":7012345678 | \"telegram_user_id\":\"do-not-tell@example.org\"",
      })
  void json_that_does_not_fit_the_record_is_malformed(String fits, String doesNot) {
    String spoiled = JSON.replace(fits, doesNot == null ? "" : doesNot);
    assertThat(spoiled).isNotEqualTo(JSON);

    assertMalformed(KafkaRecords.withValue(good, bytes(spoiled)));
  }

  @Test
  void bytes_after_the_end_of_the_json_are_malformed() {
    assertMalformed(KafkaRecords.withValue(good, bytes(JSON + " " + SECRET)));
    assertMalformed(KafkaRecords.withValue(good, bytes(JSON + JSON)));
  }

  @Test
  void text_that_is_not_utf_8_is_malformed() {
    byte[] value = bytes(JSON.replace("signaux-30", "signaux~30"));
    value[new String(value, UTF_8).indexOf('~')] = (byte) 0xFF;

    assertMalformed(KafkaRecords.withValue(good, value));
  }

  @Test
  void a_value_nested_without_end_is_malformed() {
    assertMalformed(KafkaRecords.withValue(good, bytes("{\"x\":".repeat(100_000))));
    assertMalformed(KafkaRecords.withValue(good, bytes("[".repeat(100_000))));
  }

  private static void assertMalformed(ConsumerRecord<String, byte[]> message) {
    assertThatExceptionOfType(MalformedRecordException.class)
        .isThrownBy(() -> EventCodec.fromRecord(message))
        .withNoCause()
        .withMessageMatching("[a-zA-Z_ ]+")
        .satisfies(e -> assertThat(e).hasMessageNotContaining(SECRET));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
