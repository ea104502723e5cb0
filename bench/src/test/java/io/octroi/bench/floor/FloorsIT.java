package io.octroi.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.bench.server.DatabaseAddress;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.subject.Subject;
import io.octroi.platform.broker.Topics;
import io.octroi.platform.stripe.StripeWebhookSender;
import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FloorsIT {
  private static final Path LOG = Path.of("target", "floors.log");
  private static final Door DOOR = Door.signedWith("whsec_floor");
  private static final byte[] BODY = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @Test
  void bare_tomcat_takes_a_body_and_says_200() {
    try (Subject tomcat = Floors.tomcat(DOOR, LOG)) {
      assertThat(post(tomcat)).isEqualTo(200);
      assertThat(tomcat.pids()).containsOnlyKeys("bare tomcat");
    }
  }

  @Test
  void producer_behind_tomcat_says_200_when_the_topic_has_the_bytes() {
    String broker = TestInfrastructure.kafkaBootstrapServers();

    try (Subject server = Floors.producerBehindTomcat(DOOR, broker, Map.of(), LOG)) {
      assertThat(post(server)).isEqualTo(200);
    }

    assertThat(topic()).contains(BODY);
  }

  @Test
  void the_topic_has_every_record_that_was_counted() {
    String broker = TestInfrastructure.kafkaBootstrapServers();
    Topics.create(broker, Map.of(Producers.TOPIC, Producers.PARTITIONS));
    byte[] body = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    AtomicInteger sent = new AtomicInteger();
    LongAdder done = new LongAdder();

    new ProducerWork(broker, body).run(() -> sent.getAndIncrement() < 1_000, done);

    assertThat(done.sum()).isEqualTo(1_000);
    assertThat(topic().stream().filter(value -> Arrays.equals(value, body))).hasSize(1_000);
  }

  @Test
  void a_floor_without_a_server_is_measured_in_a_process_of_its_own() {
    FloorFigure figure =
        Floors.measure(
            new Floor.Hmac(), BODY, Duration.ofMillis(500), Duration.ofMillis(500), directory);

    assertThat(figure.events()).isPositive();
    assertThat(figure.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void the_table_has_every_row_that_was_counted() throws Exception {
    TestDatabase database = TestInfrastructure.database("floor", "floor");
    DatabaseAddress address =
        new DatabaseAddress(database.jdbcUrl(), database.username(), database.password());
    CopyWork.createTable(address);
    LongAdder done = new LongAdder();

    new CopyWork(address, BODY).run(() -> done.sum() < 3 * LedgerBatch.ROWS, done);

    assertThat(done.sum()).isEqualTo(3 * LedgerBatch.ROWS);
    assertThat(
            JdbcClient.create(
                    new DriverManagerDataSource(
                        database.jdbcUrl(), database.username(), database.password()))
                .sql(
                    "select count(*) from floor_ledger where body = ? and sha256 = sha256(body)"
                        + " and endpoint = 'stripe' and received_at = '2026-01-01T00:00:00Z'")
                .param(BODY)
                .query(Long.class)
                .single())
        .isEqualTo(done.sum());
  }

  private static int post(Subject server) {
    try (StripeWebhookSender sender =
        new StripeWebhookSender(server.endpoint(), List.of(server.secret()), Clock.systemUTC())) {
      return sender.send(BODY).status();
    }
  }

  /** The values of all records that are there. */
  private static List<byte[]> topic() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestInfrastructure.kafkaBootstrapServers());
    List<TopicPartition> partitions =
        IntStream.range(0, Producers.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Producers.TOPIC, partition))
            .toList();
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (values.size() < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(message -> values.add(message.value()));
      }
    }
    return values;
  }
}
