package io.octroi.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PortInUseException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  private static final String TOPIC = "webhooks";

  @TempDir Path directory;

  @Test
  void a_restart_and_a_kill_keep_every_acknowledged_record() throws Exception {
    // Given
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
      broker.createTopics(Map.of(TOPIC, 1));
      broker.createTopics(Map.of(TOPIC, 1));
      send(broker, "first");

      // When
      broker.restart();
      send(broker, "second");
      broker.kill();
      assertThat(broker.isAlive()).isFalse();
      broker.restart();
      send(broker, "third");

      // Then
      assertThat(valuesIn(broker)).containsExactly("first", "second", "third");
    }

    // When
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
      // Then
      assertThat(valuesIn(broker)).containsExactly("first", "second", "third");
    }
  }

  @Test
  void a_taken_port_is_told_in_one_clear_sentence() throws Exception {
    // Given
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(LoopbackPorts.address(), 0));
      BrokerSettings settings = BrokerSettings.in(directory).withPort(taken.getLocalPort());

      // When, Then
      assertThatThrownBy(() -> EmbeddedBroker.start(settings))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("Kafka broker");
    }
  }

  private static void send(EmbeddedBroker broker, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> valuesIn(EmbeddedBroker broker) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return StreamSupport.stream(consumer.poll(Duration.ofSeconds(10)).spliterator(), false)
          .map(record -> record.value())
          .toList();
    }
  }
}
