package io.octroi.messaging;

import io.octroi.contracts.Topics;
import io.octroi.messaging.deadletter.DeadLetterHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Puts a record aside that cannot be handled. It keeps its key, its value and the headers that we
 * know, and gains headers that say why and from where; no message of an exception and no stack
 * trace, which may quote the value.
 */
final class DeadLetters {
  private final Producer<String, byte[]> producer;
  private final Clock clock;
  private final Duration timeout;

  DeadLetters(Producer<String, byte[]> producer, Clock clock, Duration timeout) {
    this.producer = producer;
    this.clock = clock;
    this.timeout = timeout;
  }

  /**
   * Returns when the broker has the record.
   *
   * @throws KafkaException where it does not take it in time; nothing is lost, the record comes
   *     again
   */
  void publish(Inbound inbound, String group, String reason) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            Topics.deadLetter(inbound.topic(), group),
            null,
            inbound.message().key(),
            inbound.message().value(),
            headers(inbound, group, reason));
    try {
      producer.send(letter).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while a dead letter was published", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the broker did not take a dead letter", e);
    }
  }

  private Headers headers(Inbound inbound, String group, String reason) {
    Headers headers = new RecordHeaders();
    for (Header header : inbound.message().headers()) {
      if (DeadLetterHeaders.isOurs(header.key())) {
        headers.add(header);
      }
    }
    int round = DeadLetterHeaders.round(headers);
    DeadLetterHeaders.set(headers, DeadLetterHeaders.ROUNDS, String.valueOf(round + 1));
    DeadLetterHeaders.set(headers, DeadLetterHeaders.REASON, reason);
    DeadLetterHeaders.set(headers, DeadLetterHeaders.TOPIC, inbound.topic());
    DeadLetterHeaders.set(
        headers, DeadLetterHeaders.PARTITION, String.valueOf(inbound.partition()));
    DeadLetterHeaders.set(headers, DeadLetterHeaders.OFFSET, String.valueOf(inbound.offset()));
    DeadLetterHeaders.set(headers, DeadLetterHeaders.GROUP, group);
    DeadLetterHeaders.set(headers, DeadLetterHeaders.FAILED_AT, clock.instant().toString());
    return headers;
  }
}
