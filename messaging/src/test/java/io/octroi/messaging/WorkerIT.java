package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.Topics;
import io.octroi.messaging.MessagingTestApplication.RecordingHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class WorkerIT extends WorkerContext {
  @Autowired private RecordingHandler handler;
  @Autowired private Outbox outbox;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void what_is_committed_reaches_the_topic_once_and_in_order() {
    // Given
    String customer = "cust-" + UUID.randomUUID();
    List<EventEnvelope> events =
        IntStream.range(0, 50).mapToObj(i -> Events.about(customer)).toList();

    // When
    for (EventEnvelope event : events) {
      transactions.executeWithoutResult(status -> outbox.append(List.of(Events.message(event))));
    }

    // Then
    List<String> expected = events.stream().map(event -> event.id().toString()).toList();
    await().untilAsserted(() -> assertThat(handler.idsOfKey(customer)).isEqualTo(expected));
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForObject(
                        "select count(*) from outbox where message_key = ?",
                        Integer.class,
                        customer))
                .isZero());
  }

  @Test
  void what_is_rolled_back_is_never_told() {
    // Given
    String customer = "cust-" + UUID.randomUUID();
    EventEnvelope undone = Events.about(customer);
    EventEnvelope done = Events.about(customer);

    // When
    transactions.executeWithoutResult(status -> {
      outbox.append(List.of(Events.message(undone)));
      status.setRollbackOnly();
    });
    transactions.executeWithoutResult(status -> outbox.append(List.of(Events.message(done))));

    // Then
    await()
        .untilAsserted(
            () -> assertThat(handler.idsOfKey(customer)).containsExactly(done.id().toString()));
  }

  @Test
  void a_redelivered_event_is_taken_in_once() {
    // Given
    String customer = "cust-" + UUID.randomUUID();
    EventEnvelope twice = Events.about(customer);
    EventEnvelope last = Events.about(customer);

    // When
    KafkaIO.send(
        List.of(EventCodec.toRecord(twice), EventCodec.toRecord(twice), EventCodec.toRecord(last)));
    KafkaIO.send(List.of(EventCodec.toRecord(twice)));

    // Then
    await()
        .untilAsserted(() ->
            assertThat(handler.idsOfKey(customer))
                .containsExactly(twice.id().toString(), last.id().toString()));
  }

  @Test
  void a_bad_record_is_put_aside_with_its_reason_and_the_rest_of_its_batch_goes_on() {
    // Given
    String customer = "cust-" + UUID.randomUUID();
    String poison = RecordingHandler.POISON + UUID.randomUUID();
    List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      EventEnvelope event = Events.about(customer);
      good.add(event.id().toString());
      messages.add(inPartition(0, EventCodec.toRecord(event)));
      if (i == 17) {
        messages.add(inPartition(0, EventCodec.toRecord(Events.about(poison))));
      }
    }

    // When
    KafkaIO.send(messages);

    // Then
    await().untilAsserted(() -> assertThat(handler.idsOfKey(customer)).isEqualTo(good));
    await().untilAsserted(() -> assertThat(deadLetters(poison)).hasSize(1));
    ConsumerRecord<String, byte[]> letter = deadLetters(poison).getFirst();
    assertThat(letter.value()).isEqualTo(messages.get(18).value());
    assertThat(header(letter, "dlt_reason")).isEqualTo("poisoned");
    assertThat(header(letter, "dlt_topic")).isEqualTo(Topics.PAYMENTS);
    assertThat(header(letter, "dlt_rounds")).isEqualTo("1");
    assertThat(letter.headers()).extracting(Header::key).noneMatch(key -> key.contains("stack"));
    for (Header header : letter.headers()) {
      assertThat(new String(header.value(), StandardCharsets.UTF_8)).doesNotContain("refused");
    }
  }

  @Test
  void a_trace_goes_through_the_outbox_and_the_topic_into_the_handler() {
    // Given
    String customer = "cust-" + UUID.randomUUID();
    String traceId = UUID.randomUUID().toString().replace("-", "");
    String traceparent = "00-" + traceId + "-00f067aa0ba902b7-01";

    // When
    transactions.executeWithoutResult(
        status -> outbox.append(List.of(new OutboxMessage(Events.about(customer), traceparent))));

    // Then
    await().untilAsserted(() -> assertThat(handler.idsOfKey(customer)).hasSize(1));
    assertThat(handler.handled)
        .filteredOn(inbound -> inbound.key().equals(customer))
        .allSatisfy(inbound -> assertThat(inbound.traceparent()).startsWith("00-" + traceId));
  }

  private static ProducerRecord<String, byte[]> inPartition(
      int partition, ProducerRecord<String, byte[]> message) {
    return new ProducerRecord<>(
        message.topic(), partition, message.key(), message.value(), message.headers());
  }

  private static List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
    return KafkaIO.all(DEAD_LETTERS).stream().filter(m -> m.key().equals(key)).toList();
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
