package io.octroi.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCodecTest {
  private static final byte[] BODY = "{\"secret\": \"do-not-tell\"}".getBytes(UTF_8);

  private final ConsumerRecord<String, byte[]> good =
      KafkaRecords.arrived(WebhookCodec.toRecord(webhook("evt_1", BODY, Trust.SIGNED)));

  static Stream<byte[]> bodies() {
    byte[] everyByteTwice = new byte[512];
    IntStream.range(0, 512).forEach(i -> everyByteTwice[i] = (byte) i);
    return Stream.of(
        new byte[0],
        BODY,
        " {\"a\" : 1.10}\r\n".getBytes(UTF_8),
        new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xFE, 0, (byte) 0x80},
        everyByteTwice,
        new byte[1_000_000]);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_arrives_byte_for_byte(byte[] body) {
    ProducerRecord<String, byte[]> sent =
        WebhookCodec.toRecord(webhook("evt_1", body.clone(), Trust.SIGNED));

    assertThat(sent.value()).isEqualTo(body);
    assertThat(WebhookCodec.fromRecord(KafkaRecords.arrived(sent)).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @EnumSource
  void everything_about_a_webhook_arrives(Trust trust) {
    VerifiedWebhook webhook = webhook("evt_1", BODY, trust);

    assertThat(roundTrip(webhook)).usingRecursiveComparison().isEqualTo(webhook);
  }

  @ParameterizedTest
  @EnumSource
  void how_it_came_arrives(Origin origin) {
    VerifiedWebhook webhook =
        new VerifiedWebhook(
            "hyperpay",
            "hyperpay",
            "8ac7a4a1",
            "PAYMENT",
            "8ac7a4a1",
            SampleEvents.AT,
            SampleEvents.AT,
            new Provenance(Trust.SIGNED, "v1", origin, "0f".repeat(32)),
            BODY);

    assertThat(roundTrip(webhook)).usingRecursiveComparison().isEqualTo(webhook);
  }

  @Test
  void a_record_from_before_there_were_other_ways_came_as_a_webhook() {
    assertThat(WebhookCodec.fromRecord(KafkaRecords.without(good, "ce_origin")).provenance())
        .isEqualTo(Provenance.webhook(Trust.SIGNED, "v7"));
  }

  @Test
  void a_channels_callback_goes_to_a_topic_of_its_own() {
    ProducerRecord<String, byte[]> sent =
        WebhookCodec.toRecord(Topics.CALLBACKS, webhook("1", BODY, Trust.SIGNED));

    assertThat(sent.topic()).isEqualTo("callbacks.v1");
    assertThat(WebhookCodec.fromRecord(KafkaRecords.arrived(sent)).eventId()).isEqualTo("1");
  }

  @Test
  void a_record_is_a_cloud_event_in_binary_mode() {
    ProducerRecord<String, byte[]> sent =
        WebhookCodec.toRecord(webhook("evt_1", BODY, Trust.SIGNED));

    assertThat(sent.topic()).isEqualTo("webhooks.v1");
    assertThat(sent.key()).isEqualTo("pi_1");
    assertThat(KafkaRecords.headers(sent))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", "evt_1")
        .containsEntry("ce_source", "/webhooks/stripe-main")
        .containsEntry("ce_type", "stripe.payment_intent.succeeded")
        .containsEntry("ce_time", "2026-02-03T10:15:30Z")
        .containsEntry("content-type", "application/octet-stream")
        .containsEntry("ce_endpoint", "stripe-main")
        .containsEntry("ce_provider", "stripe")
        .containsEntry("ce_receivedat", "2026-02-03T10:15:31.123456789Z")
        .containsEntry("ce_secretversion", "v7")
        .containsEntry("ce_trust", "signed")
        .containsEntry("ce_origin", "webhook")
        .hasSize(12);
  }

  static Stream<String> oddIds() {
    return Stream.of(
        " ",
        " padded ",
        "evt 1",
        "evt\n1\r\n2",
        "\u0000",
        "événement",
        "事件",
        "😀",
        "%20%00",
        "../../etc",
        "\"'<>&;--",
        "e".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("oddIds")
  void ids_of_odd_characters_survive(String id) {
    VerifiedWebhook webhook =
        new VerifiedWebhook(
            "stripe-main",
            "stripe",
            id,
            id,
            id,
            SampleEvents.AT,
            SampleEvents.AT,
            new Provenance(Trust.HINT, id, Origin.WEBHOOK, ""),
            BODY);

    assertThat(roundTrip(webhook)).usingRecursiveComparison().isEqualTo(webhook);
  }

  @Test
  void a_record_without_a_key_is_ordered_by_its_event_id() {
    assertThat(WebhookCodec.fromRecord(KafkaRecords.withoutKey(good)).orderingKey())
        .isEqualTo("evt_1");
  }

  @Test
  void headers_that_others_add_do_no_harm() {
    ConsumerRecord<String, byte[]> traced =
        KafkaRecords.with(
            KafkaRecords.with(good, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-00"),
            "kafka_dlt-reason",
            null);

    assertThat(WebhookCodec.fromRecord(traced).eventId()).isEqualTo("evt_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_time",
        "ce_endpoint",
        "ce_provider",
        "ce_receivedat",
        "ce_secretversion",
        "ce_trust"
      })
  void a_record_that_lacks_a_header_is_malformed(String header) {
    assertMalformed(KafkaRecords.without(good, header));
    assertMalformed(KafkaRecords.with(good, header, null));
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 9.9",
    "ce_type, paypal.payment_intent.succeeded",
    "ce_type, stripe",
    "ce_time, yesterday",
    "ce_receivedat, yesterday",
    "ce_receivedat, ''",
    "ce_trust, maybe",
    "ce_origin, heaven",
    "ce_source, 'not a uri'",
  })
  void a_record_with_a_header_that_does_not_parse_is_malformed(String header, String value) {
    assertMalformed(KafkaRecords.with(good, header, value));
  }

  @Test
  void a_record_without_a_value_is_malformed() {
    assertMalformed(KafkaRecords.withValue(good, null));
  }

  @Test
  void a_webhook_prints_no_body() {
    assertThat(webhook("evt_1", BODY, Trust.SIGNED).toString())
        .contains("stripe-main", "evt_1")
        .doesNotContain("secret", "do-not-tell");
  }

  private static VerifiedWebhook roundTrip(VerifiedWebhook webhook) {
    return WebhookCodec.fromRecord(KafkaRecords.arrived(WebhookCodec.toRecord(webhook)));
  }

  private static VerifiedWebhook webhook(String id, byte[] body, Trust trust) {
    return new VerifiedWebhook(
        "stripe-main",
        "stripe",
        id,
        "payment_intent.succeeded",
        "pi_1",
        Instant.parse("2026-02-03T10:15:30Z"),
        Instant.parse("2026-02-03T10:15:31.123456789Z"),
        Provenance.webhook(trust, "v7"),
        body);
  }

  private static void assertMalformed(ConsumerRecord<String, byte[]> message) {
    assertThatExceptionOfType(MalformedRecordException.class)
        .isThrownBy(() -> WebhookCodec.fromRecord(message))
        .withNoCause()
        .satisfies(e -> assertThat(e).hasMessageNotContaining("do-not-tell"));
  }
}
