package io.octroi.messaging;

import io.octroi.testing.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes topics as another process would. */
final class KafkaIO {
  private KafkaIO() {}

  static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  static void send(List<ProducerRecord<String, byte[]>> messages) {
    try (KafkaProducer<String, byte[]> producer =
        producer(TestInfrastructure.kafkaBootstrapServers())) {
      for (ProducerRecord<String, byte[]> message : messages) {
        producer.send(message).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker did not take a test record", e);
    }
  }

  /** Sends without waiting for each, so that they can be polled together. */
  static void sendTogether(List<ProducerRecord<String, byte[]>> messages) {
    try (KafkaProducer<String, byte[]> producer =
        producer(TestInfrastructure.kafkaBootstrapServers())) {
      List<Future<?>> answers = new ArrayList<>();
      messages.forEach(message -> answers.add(producer.send(message)));
      for (Future<?> answer : answers) {
        answer.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker did not take a test record", e);
    }
  }

  /** Everything that is in a topic now. */
  static List<ConsumerRecord<String, byte[]>> all(String topic) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            TestInfrastructure.kafkaBootstrapServers(),
            "group.id",
            UUID.randomUUID().toString(),
            "enable.auto.commit",
            false);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo info : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, info.partition()));
      }
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
