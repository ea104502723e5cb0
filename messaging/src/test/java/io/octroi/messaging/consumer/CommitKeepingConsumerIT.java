package io.octroi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.platform.broker.BrokerSettings;
import io.octroi.platform.broker.EmbeddedBroker;
import io.octroi.platform.network.TcpProxy;
import io.octroi.platform.process.LoopbackPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is cut off between a record's handling and its commit. */
class CommitKeepingConsumerIT {
  private static final String TOPIC = "kept";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Map<TopicPartition, OffsetAndMetadata> ONE =
      Map.of(PARTITION, new OffsetAndMetadata(1));
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration AFTERWARDS = AGAIN.multipliedBy(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path directory;

  private static TcpProxy proxy;
  private static EmbeddedBroker broker;
  private static Admin admin;

  private final String group = "group-" + UUID.randomUUID();
  private CommitKeepingConsumer consumer;

  @BeforeAll
  static void startBroker() throws Exception {
    int port = LoopbackPorts.free();
    proxy = TcpProxy.start(0, port);
    broker =
        EmbeddedBroker.start(
            BrokerSettings.in(directory)
                .withPort(port)
                .withOverrides(
                    Map.of("advertised.listeners", "CLIENT://127.0.0.1:" + proxy.port())));
    broker.createTopics(Map.of(TOPIC, 1));
    admin = Admin.create(Map.of("bootstrap.servers", address()));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "key", new byte[] {1})).get();
    }
  }

  @AfterAll
  static void stopBroker() {
    admin.close();
    proxy.close();
    broker.close();
  }

  @BeforeEach
  void read_the_record() {
    consumer =
        new CommitKeepingConsumer(
            Map.of(
                "bootstrap.servers",
                address(),
                "group.id",
                group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest"),
            AGAIN);
    consumer.subscribe(List.of(TOPIC), new Indifferent());
    await().atMost(PATIENCE).until(() -> !consumer.poll(SHORT).isEmpty());
  }

  @AfterEach
  void close() {
    consumer.close();
  }

  @Test
  void a_commit_that_came_too_late_is_made_up_for_without_another_record() throws Exception {
    // Given
    proxy.refuse();
    consumer.commitSync(ONE, SHORT);
    proxy.forward();
    assertThat(committed()).isZero();

    // When, Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(consumer.poll(SHORT)).isEmpty();
          assertThat(committed()).isEqualTo(1);
        });
  }

  @Test
  void what_was_taken_away_is_left_to_whoever_has_it() throws Exception {
    // Given a broker that comes back when the commit was tried again in vain
    proxy.refuse();
    consumer.commitSync(ONE, SHORT);
    consumer.enforceRebalance();
    CompletableFuture.delayedExecutor(AFTERWARDS.toMillis(), TimeUnit.MILLISECONDS)
        .execute(proxy::forward);

    // When partitions are given out anew, to the same consumer as it happens
    assertThat(consumer.poll(PATIENCE)).hasSize(1);
    consumer.poll(SHORT);

    // Then what is read again is committed by whoever has handled it again
    assertThat(committed()).isZero();
  }

  private long committed() throws Exception {
    OffsetAndMetadata committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(PARTITION);
    return committed == null ? 0 : committed.offset();
  }

  private static String address() {
    return "127.0.0.1:" + proxy.port();
  }

  private static final class Indifferent implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
  }
}
