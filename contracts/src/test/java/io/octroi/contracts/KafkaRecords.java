package io.octroi.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Records as a consumer meets them, and the ways to spoil one. */
@NullUnmarked // Kafka allows null keys, values and header values, and so do these tests
final class KafkaRecords {
  private KafkaRecords() {}

  /** What a consumer gets of what a producer sent. */
  static ConsumerRecord<String, byte[]> arrived(ProducerRecord<String, byte[]> sent) {
    ConsumerRecord<String, byte[]> message =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(message.headers()::add);
    return message;
  }

  static ConsumerRecord<String, byte[]> withoutKey(ConsumerRecord<String, byte[]> message) {
    return consumed(message, null, message.value());
  }

  static ConsumerRecord<String, byte[]> withValue(
      ConsumerRecord<String, byte[]> message, byte @Nullable [] value) {
    return consumed(message, message.key(), value);
  }

  static ConsumerRecord<String, byte[]> without(
      ConsumerRecord<String, byte[]> message, String header) {
    ConsumerRecord<String, byte[]> spoiled = withValue(message, message.value());
    spoiled.headers().remove(header);
    return spoiled;
  }

  /** The record with a header in place of what it had under that name. */
  static ConsumerRecord<String, byte[]> with(
      ConsumerRecord<String, byte[]> message, String header, @Nullable String value) {
    ConsumerRecord<String, byte[]> spoiled = without(message, header);
    spoiled.headers().add(header, value == null ? null : value.getBytes(UTF_8));
    return spoiled;
  }

  static Map<String, String> headers(ProducerRecord<String, byte[]> sent) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : sent.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }

  private static ConsumerRecord<String, byte[]> consumed(
      ConsumerRecord<String, byte[]> message, String key, byte[] value) {
    ConsumerRecord<String, byte[]> copy =
        new ConsumerRecord<>(message.topic(), message.partition(), message.offset(), key, value);
    message.headers().forEach(copy.headers()::add);
    return copy;
  }
}
