package io.octroi.payment;

import io.octroi.contracts.DomainEvent;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.Topics;
import io.octroi.testing.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes topics as the neighbours of the worker do. */
public final class PublishedEvents {
  private PublishedEvents() {}

  static void send(List<ProducerRecord<String, byte[]>> messages) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestInfrastructure.kafkaBootstrapServers(), "acks", "all");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<String, byte[]> message : messages) {
        producer.send(message).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker did not take a record of the test", e);
    }
  }

  /** What was told of a customer so far, in its order. */
  public static List<DomainEvent> of(String customer) {
    return ofCustomers(customer::equals);
  }

  /** What was told of some customers so far; each one's events in their order. */
  static List<DomainEvent> ofCustomers(Predicate<String> customers) {
    return records(Topics.PAYMENTS).stream()
        .filter(message -> customers.test(message.key()))
        .sorted(Comparator.comparingLong(ConsumerRecord::offset))
        .map(message -> EventCodec.fromRecord(message).map(EventEnvelope::event).orElseThrow())
        .toList();
  }

  /** The names of the events told of a customer so far, in their order. */
  static List<String> namesOf(String customer) {
    return of(customer).stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  /** All that a topic holds, each key in its order. */
  public static List<ConsumerRecord<String, byte[]>> records(String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            TestInfrastructure.kafkaBootstrapServers(),
            "enable.auto.commit",
            false);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(20)).forEach(messages::add);
      }
      return messages;
    }
  }
}
