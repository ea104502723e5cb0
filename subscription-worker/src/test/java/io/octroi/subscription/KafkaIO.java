package io.octroi.subscription;

import io.octroi.testing.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes topics as another process would. */
final class KafkaIO {
  private KafkaIO() {}

  static void send(List<ProducerRecord<String, byte[]>> messages) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", TestInfrastructure.kafkaBootstrapServers(), "acks", "all");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> message : messages) {
        producer.send(message).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker did not take a test record", e);
    }
  }

  /** Deletes everything that is in a topic now. */
  static void forget(String topic) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", TestInfrastructure.kafkaBootstrapServers());
    try (Admin admin = Admin.create(config)) {
      Map<TopicPartition, RecordsToDelete> records = new HashMap<>();
      admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .values()
          .forEach(description ->
              description
                  .partitions()
                  .forEach(partition ->
                      records.put(
                          new TopicPartition(topic, partition.partition()),
                          RecordsToDelete.beforeOffset(-1))));
      admin.deleteRecords(records).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker did not delete records", e);
    }
  }

  /** Everything that is in a topic now. */
  static List<ConsumerRecord<String, byte[]>> all(String topic) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            TestInfrastructure.kafkaBootstrapServers(),
            "fetch.max.wait.ms",
            20);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
      }
      return messages;
    }
  }
}
