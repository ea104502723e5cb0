package io.octroi.gateway.quarantine;

import io.octroi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Entries as records of the quarantine's topic: in the clear stands where and when, no more. */
final class SealedRecords {
  private static final String ENDPOINT = "endpoint";
  private static final String RECEIVED_AT = "received-at";
  private static final String KEY_VERSION = "key-version";

  private SealedRecords() {}

  /**
   * What a record says without a key.
   *
   * @param keyVersion the version of the data key that opens it
   */
  record Label(String endpoint, Instant receivedAt, String keyVersion) {
    private byte[] context() {
      return (endpoint + "\n" + receivedAt).getBytes(StandardCharsets.UTF_8);
    }
  }

  static ProducerRecord<String, byte[]> seal(Entry entry, DataKey key) {
    Label label = new Label(entry.endpoint(), entry.receivedAt(), key.version());
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(Topics.QUARANTINE, key.seal(EntryCodec.write(entry), label.context()));
    put(message, ENDPOINT, label.endpoint());
    put(message, RECEIVED_AT, label.receivedAt().toString());
    put(message, KEY_VERSION, label.keyVersion());
    return message;
  }

  /** What a record says of itself; empty for a record that this gateway never writes. */
  static Optional<Label> label(ConsumerRecord<String, byte[]> message) {
    String endpoint = text(message, ENDPOINT);
    String receivedAt = text(message, RECEIVED_AT);
    String keyVersion = text(message, KEY_VERSION);
    if (endpoint.isEmpty() || keyVersion.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Label(endpoint, Instant.parse(receivedAt), keyVersion));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Opens a record; empty if no key does, or if its label was changed. */
  static Optional<Entry> open(
      ConsumerRecord<String, byte[]> message, Label label, List<DataKey> keys) {
    return keys.stream()
        .filter(key -> key.version().equals(label.keyVersion()))
        .findFirst()
        .flatMap(key -> key.open(message.value(), label.context()))
        .flatMap(EntryCodec::read);
  }

  private static void put(ProducerRecord<String, byte[]> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ConsumerRecord<String, byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
