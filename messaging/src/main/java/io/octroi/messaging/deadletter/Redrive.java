package io.octroi.messaging.deadletter;

import io.octroi.contracts.TraceHeader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Publishes dead letters to the topic they come from: claim, publish, mark. Killed in between, the
 * record may be published twice; its event id lets its reader take it in once.
 */
final class Redrive {
  private final DeadLetterTable letters;
  private final Producer<String, byte[]> producer;
  private final DeadLetterProperties settings;
  private final UnaryOperator<String> trace;

  /**
   * @param trace begins a trace that is linked to the one given, and returns its traceparent
   */
  Redrive(
      DeadLetterTable letters,
      Producer<String, byte[]> producer,
      DeadLetterProperties settings,
      UnaryOperator<String> trace) {
    this.letters = letters;
    this.producer = producer;
    this.settings = settings;
    this.trace = trace;
  }

  /** What came of it. */
  sealed interface Outcome {
    /**
     * The broker has the record.
     *
     * @param round which one it is
     */
    record Published(int round) implements Outcome {}

    /** There is no such dead letter. */
    record Unknown() implements Outcome {}

    /** It is not waiting, or somebody else publishes it now. */
    record NotWaiting(String state) implements Outcome {}

    /** The broker did not take it; it waits as before. */
    record BrokerAway() implements Outcome {}
  }

  /**
   * Publishes one.
   *
   * @param force also what is parked, discarded or under way
   */
  Outcome redrive(UUID id, boolean force) {
    Optional<DeadLetterRow> row = letters.find(id);
    if (row.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!letters.claim(id, force, settings.claim())) {
      return new Outcome.NotWaiting(row.get().state());
    }
    int round = row.get().rounds() + 1;
    try {
      publish(row.get(), round);
    } catch (KafkaException e) {
      letters.release(id);
      return new Outcome.BrokerAway();
    }
    letters.redriven(id, round);
    return new Outcome.Published(round);
  }

  private void publish(DeadLetterRow row, int round) {
    DeadLetterRow.Content content = letters.content(row.id());
    byte[] key = content.key();
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(
            row.topic(),
            null,
            key == null ? null : new String(key, StandardCharsets.UTF_8),
            content.value(),
            headers(row, content.headers(), round));
    try {
      producer.send(message).get(settings.publishTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while a dead letter was published again", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the broker did not take a dead letter back", e);
    }
  }

  private Headers headers(DeadLetterRow row, String kept, int round) {
    Headers headers = new RecordHeaders();
    for (Header header : HeaderText.read(kept)) {
      if (!header.key().startsWith(DeadLetterHeaders.PREFIX)) {
        headers.add(header);
      }
    }
    DeadLetterHeaders.set(headers, DeadLetterHeaders.REDRIVE_ROUND, String.valueOf(round));
    DeadLetterHeaders.set(headers, DeadLetterHeaders.REDRIVE_OF, row.id().toString());
    String traceparent = trace.apply(row.traceparent());
    if (!traceparent.isEmpty()) {
      DeadLetterHeaders.set(headers, TraceHeader.NAME, traceparent);
    }
    return headers;
  }
}
