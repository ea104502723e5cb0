package io.octroi.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PaymentEvent.PaymentMerged;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  private static final UUID ID = UUID.fromString("019c2b6c-1111-7222-8333-444455556666");

  private final Locale localeBefore = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(localeBefore);
  }

  static List<DomainEvent> events() {
    return SampleEvents.full();
  }

  @Test
  void there_is_a_sample_of_every_event() {
    assertThat(events())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_arrives_as_it_was_sent(DomainEvent event) {
    EventEnvelope envelope = new EventEnvelope(ID, "/payment-worker", event);

    ProducerRecord<String, byte[]> sent = EventCodec.toRecord(envelope);

    assertThat(EventCodec.fromRecord(KafkaRecords.arrived(sent))).contains(envelope);
    assertThat(sent.value()).isEqualTo(EventCodec.toJson(event));
  }

  @Test
  void the_times_of_disputes_arrive_as_they_were_sent() {
    // Given
    PaymentSnapshot payment = ((PaymentEvent.OfPayment) events().getFirst()).payment();
    Instant opened = Instant.parse("2026-02-05T08:00:00Z");
    DisputedTime open = new DisputedTime(opened.plusSeconds(90), null);
    PaymentEvent event =
        new PaymentEvent.PaymentDisputed(
            opened,
            disputed(payment, List.of(new DisputedTime(opened, opened.plusSeconds(60)), open)));

    // When
    byte[] json = EventCodec.toJson(event);

    // Then
    assertThat(EventCodec.fromJson(json, event.getClass())).isEqualTo(event);
    assertThat(new String(json, UTF_8))
        .contains("\"disputed_times\":[{\"from\":\"2026-02-05T08:00:00Z\",\"until\":")
        .contains(",{\"from\":\"2026-02-05T08:01:30Z\"}]");
  }

  @ParameterizedTest
  @MethodSource("events")
  void a_record_is_a_cloud_event_in_binary_mode(DomainEvent event) {
    ProducerRecord<String, byte[]> sent =
        EventCodec.toRecord(new EventEnvelope(ID, "/payment-worker", event));

    assertThat(KafkaRecords.headers(sent))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", ID.toString())
        .containsEntry("ce_source", "/payment-worker")
        .containsEntry("ce_type", EventTypes.nameOf(event.getClass()))
        .containsEntry("ce_time", "2026-02-03T10:15:31Z")
        .containsEntry("content-type", "application/json")
        .hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_goes_to_its_topic_under_whom_it_concerns(DomainEvent event) {
    ProducerRecord<String, byte[]> sent =
        EventCodec.toRecord(new EventEnvelope(ID, "/worker", event));

    switch (event) {
      case PaymentEvent e -> assertThat(sent).returns("payments.v1", ProducerRecord::topic);
      case SubscriptionEvent e ->
          assertThat(sent).returns("subscriptions.v1", ProducerRecord::topic);
      case WatermarkEvent e -> assertThat(sent).returns("watermarks.v1", ProducerRecord::topic);
    }
    assertThat(sent.key()).isEqualTo(event instanceof WatermarkEvent ? "stripe-main" : "cus_9041");
  }

  @ParameterizedTest
  @MethodSource("events")
  void no_record_prints_how_to_reach_the_customer(DomainEvent event) {
    assertThat(new EventEnvelope(ID, "/worker", event).toString())
        .doesNotContain("member@example.org", "7012345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-SA", "th-TH-u-nu-thai-ca-buddhist", "tr-TR"})
  void the_machine_s_locale_changes_nothing(String language) {
    List<String> expected = events().stream().map(EventCodecTest::json).toList();
    Locale.setDefault(Locale.forLanguageTag(language));

    assertThat(events().stream().map(EventCodecTest::json)).isEqualTo(expected);
    assertThat(events())
        .allMatch(
            event -> EventCodec.fromJson(EventCodec.toJson(event), event.getClass()).equals(event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "cus\n1", "客戶", "😀", "a\"b\\c", "\u0000", "cus_${jndi:x}"})
  void a_customer_id_of_odd_characters_survives(String customerId) {
    DomainEvent event = new PaymentMerged(SampleEvents.AT, ID, 1, customerId, ID);

    ConsumerRecord<String, byte[]> arrived =
        KafkaRecords.arrived(EventCodec.toRecord(new EventEnvelope(ID, "/worker", event)));

    assertThat(arrived.key()).isEqualTo(customerId);
    assertThat(EventCodec.fromRecord(arrived).orElseThrow().event()).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999999999Z",
        "2026-02-03T10:15:30.000000001Z",
        "2400-02-29T00:00:00Z",
        "+12019-05-01T00:00:00Z"
      })
  void a_time_keeps_its_nanoseconds(Instant at) {
    DomainEvent event = new PaymentMerged(at, ID, Long.MAX_VALUE, "cus_1", ID);

    ConsumerRecord<String, byte[]> arrived =
        KafkaRecords.arrived(EventCodec.toRecord(new EventEnvelope(ID, "/worker", event)));

    assertThat(EventCodec.fromRecord(arrived).orElseThrow().event()).isEqualTo(event);
  }

  private static String json(DomainEvent event) {
    return new String(EventCodec.toJson(event), UTF_8);
  }

  private static PaymentSnapshot disputed(PaymentSnapshot p, List<DisputedTime> times) {
    return new PaymentSnapshot(
        p.paymentId(),
        p.version(),
        p.provider(),
        p.endpoint(),
        p.reference(),
        p.customerId(),
        p.planCode(),
        p.amount(),
        p.refunded(),
        p.status(),
        p.paidAt(),
        p.contact(),
        times);
  }
}
