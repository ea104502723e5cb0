package io.octroi.messaging;

import io.octroi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Puts a record aside that cannot be handled. It keeps its key, value and headers, and gains
 * headers that say why and from where; no message of an exception and no stack trace, which may
 * quote the value.
 */
final class DeadLetters {
  static final String REASON = "dlt_reason";
  static final String ROUNDS = "dlt_rounds";

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
    Headers headers = new RecordHeaders(inbound.message().headers().toArray());
    set(headers, ROUNDS, String.valueOf(rounds(headers) + 1));
    set(headers, REASON, reason);
    set(headers, "dlt_topic", inbound.topic());
    set(headers, "dlt_partition", String.valueOf(inbound.partition()));
    set(headers, "dlt_offset", String.valueOf(inbound.offset()));
    set(headers, "dlt_group", group);
    set(headers, "dlt_failed_at", clock.instant().toString());
    return headers;
  }

  private static int rounds(Headers headers) {
    if (headers.lastHeader(ROUNDS) == null) {
      return 0;
    }
    String text = new String(headers.lastHeader(ROUNDS).value(), StandardCharsets.UTF_8);
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
