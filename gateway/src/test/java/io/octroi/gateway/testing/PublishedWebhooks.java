package io.octroi.gateway.testing;

import io.octroi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads back what the gateway wrote. */
public final class PublishedWebhooks implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final String topic;

  public PublishedWebhooks(String bootstrapServers) {
    this(bootstrapServers, Topics.WEBHOOKS);
  }

  public PublishedWebhooks(String bootstrapServers, String topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /** All records with that event id, from the beginning up to this moment. */
  public List<ConsumerRecord<String, byte[]>> ofEvent(String eventId) {
    return all().stream()
        .filter(message -> header(message, "ce_id").filter(eventId::equals).isPresent())
        .toList();
  }

  /** All records from the beginning up to this moment. */
  public List<ConsumerRecord<String, byte[]>> all() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (var message : consumer.poll(Duration.ofMillis(200))) {
        found.add(message);
      }
    }
    return found;
  }

  /** The text of a record's header. */
  public static Optional<String> header(ConsumerRecord<String, byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return Optional.ofNullable(header)
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
