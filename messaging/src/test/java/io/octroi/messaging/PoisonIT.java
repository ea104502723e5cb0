package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.messaging.MessagingTestApplication.RecordingHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PoisonIT extends WorkerContext {
  private static final int RECORDS = 2000;
  private static final int EVERY = 40;
  private static final Duration MOST = Duration.ofSeconds(1);

  @Autowired private RecordingHandler handler;

  @Test
  void a_poison_record_delays_its_partition_by_less_than_a_second() {
    // Given
    String customer = "cust-" + UUID.randomUUID();
    List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      boolean bad = i % EVERY == EVERY / 2;
      EventEnvelope event =
          Events.about(bad ? RecordingHandler.POISON + UUID.randomUUID() : customer);
      if (!bad) {
        good.add(event.id().toString());
      }
      ProducerRecord<String, byte[]> message = EventCodec.toRecord(event);
      messages.add(
          new ProducerRecord<>(
              message.topic(), 1, message.key(), message.value(), message.headers()));
    }

    // When
    KafkaIO.sendTogether(messages);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(handler.idsOfKey(customer)).hasSameSizeAs(good));

    // Then
    assertThat(handler.idsOfKey(customer)).isEqualTo(good);
    Duration longest = Duration.ZERO;
    for (int i = 1; i < good.size(); i++) {
      long gap = handledAt(good.get(i)) - handledAt(good.get(i - 1));
      longest = longest.compareTo(Duration.ofNanos(gap)) < 0 ? Duration.ofNanos(gap) : longest;
    }
    assertThat(longest).as("longest pause between two good records").isLessThan(MOST);
  }

  private long handledAt(String eventId) {
    return Objects.requireNonNull(handler.handledAtNanos.get(eventId));
  }
}
