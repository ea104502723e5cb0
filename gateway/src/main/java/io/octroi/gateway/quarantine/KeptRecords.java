package io.octroi.gateway.quarantine;

import io.octroi.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Goes over the quarantine's topic once, from its beginning to its end as of now. */
final class KeptRecords {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> consumer;
  private final Duration timeout;

  /**
   * @param consumer how to reach the broker; no group and no offsets are kept there
   */
  KeptRecords(Map<String, Object> consumer, Duration timeout) {
    this.consumer = consumer;
    this.timeout = timeout;
  }

  /**
   * Gives all records to {@code reader}, one by one.
   *
   * @return whether that was all; false if the time was up before
   */
  boolean forEach(Consumer<ConsumerRecord<String, byte[]>> reader) {
    long start = System.nanoTime();
    try (KafkaConsumer<String, byte[]> kafka =
        new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          kafka.partitionsFor(Topics.QUARANTINE).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
      kafka.assign(partitions);
      kafka.seekToBeginning(partitions);
      while (partitions.stream().anyMatch(p -> kafka.position(p) < ends.getOrDefault(p, 0L))) {
        if (System.nanoTime() - start > timeout.toNanos()) {
          return false;
        }
        for (ConsumerRecord<String, byte[]> message : kafka.poll(POLL)) {
          if (message.offset() < ends.getOrDefault(partition(message), 0L)) {
            reader.accept(message);
          }
        }
      }
      return true;
    }
  }

  private static TopicPartition partition(ConsumerRecord<String, byte[]> message) {
    return new TopicPartition(message.topic(), message.partition());
  }
}
