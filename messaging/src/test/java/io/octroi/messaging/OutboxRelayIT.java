package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.Topics;
import io.octroi.testing.TestInfrastructure;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxRelayIT {
  private static final int LANES = 4;

  private static JdbcTemplate jdbc;
  private static TransactionTemplate transactions;
  private static KafkaProducer<String, byte[]> producer;
  private static Outbox outbox;

  @BeforeAll
  static void prepare() {
    TestInfrastructure.createTopics(Map.of(Topics.PAYMENTS, 3));
    DataSource dataSource = MigratedSchema.named("relay_test");
    jdbc = new JdbcTemplate(dataSource);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    producer = KafkaIO.producer(TestInfrastructure.kafkaBootstrapServers());
    outbox = new Outbox(jdbc, Clock.systemUTC(), LANES, () -> {});
  }

  @AfterAll
  static void close() {
    producer.close();
  }

  @BeforeEach
  void empty() {
    jdbc.update("delete from outbox");
    jdbc.update("delete from outbox_lanes");
  }

  @Test
  void a_row_that_commits_late_is_published_though_a_higher_id_went_before_it() throws Exception {
    // Given a transaction that has drawn its id and is still open
    EventEnvelope late = Events.about("late-" + UUID.randomUUID());
    EventEnvelope early = Events.about("early-" + UUID.randomUUID());
    OutboxRelay relay = relay("a", Duration.ofSeconds(10));
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> open =
          other.submit(() ->
              transactions.executeWithoutResult(status -> {
                outbox.append(List.of(Events.message(late)));
                appended.countDown();
                awaitQuietly(commit);
              }));
      assertThat(appended.await(10, TimeUnit.SECONDS)).isTrue();

      // When a later id is committed and published first
      append(early);
      assertThat(relay.relayOnce()).isEqualTo(1);
      commit.countDown();
      open.get(10, TimeUnit.SECONDS);

      // Then
      assertThat(relay.relayOnce()).isEqualTo(1);
      assertThat(published()).containsKeys(key(late), key(early));
    }
  }

  @Test
  void two_relays_at_once_keep_the_order_of_every_key() throws Exception {
    // Given
    List<EventEnvelope> events = new ArrayList<>();
    String run = UUID.randomUUID().toString();
    for (int i = 0; i < 400; i++) {
      events.add(Events.about(run + "-" + i % 20));
    }

    // When
    OutboxRelay first = relay("first", Duration.ofSeconds(10));
    OutboxRelay second = relay("second", Duration.ofSeconds(10));
    first.start();
    second.start();
    events.forEach(OutboxRelayIT::append);
    await().until(() -> pending() == 0);
    first.stop();
    second.stop();

    // Then
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (EventEnvelope event : events) {
      expected.computeIfAbsent(key(event), k -> new ArrayList<>()).add(event.id().toString());
    }
    Map<String, List<String>> published = published();
    expected.forEach((key, ids) -> assertThat(published.get(key)).isEqualTo(ids));
  }

  @Test
  void more_than_a_batch_is_published_in_its_order_and_without_a_pause() {
    // Given
    String run = UUID.randomUUID().toString();
    List<EventEnvelope> row = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      row.add(Events.about(run));
    }
    row.forEach(OutboxRelayIT::append);

    // When
    MessagingProperties.OutboxSettings settings =
        new MessagingProperties.OutboxSettings(
            16, Duration.ofSeconds(10), Duration.ofMinutes(5), 50);
    LaneLeases leases = new LaneLeases(jdbc, "patient", settings.lease());
    OutboxRelay relay =
        new OutboxRelay(leases, new OutboxRows(jdbc, transactions), publisher(), settings);
    relay.start();
    await().until(() -> pending() == 0);
    relay.stop();

    // Then
    assertThat(published().get(key(row.getFirst())))
        .isEqualTo(row.stream().map(event -> event.id().toString()).toList());
  }

  @Test
  void rows_that_the_broker_refuses_leave_room_for_those_behind_them() throws Exception {
    // Given more of them than are read at once
    for (int i = 0; i < 6; i++) {
      append(Events.about("refused-" + UUID.randomUUID()));
    }
    jdbc.update("update outbox set topic = 'no topic has such a name'");
    EventEnvelope behind = Events.about("behind-" + UUID.randomUUID());
    append(behind);

    // When
    OutboxRelay relay = relay("refused", Duration.ofSeconds(10), 5);
    assertThat(relay.relayOnce()).isZero();
    assertThat(relay.relayOnce()).isEqualTo(1);

    // Then
    assertThat(published()).containsKey(key(behind));
    assertThat(pending()).isEqualTo(6);
  }

  @Test
  void only_one_relay_holds_a_lane_until_its_lease_is_over() {
    // Given
    LaneLeases first = new LaneLeases(jdbc, "first", Duration.ofMillis(700));
    LaneLeases second = new LaneLeases(jdbc, "second", Duration.ofSeconds(10));
    first.prepare(LANES);

    // When
    List<Integer> held = first.claim();

    // Then
    assertThat(held).hasSize(LANES);
    assertThat(second.claim()).isEmpty();
    await().until(() -> second.claim().size() == LANES);
    assertThat(first.claim()).isEmpty();
  }

  @Test
  void a_relay_that_dies_between_publishing_and_removing_is_followed_by_one_that_sends_again()
      throws Exception {
    // Given
    EventEnvelope event = Events.about("again-" + UUID.randomUUID());
    append(event);
    OutboxRow row = new OutboxRows(jdbc, transactions).pending(List.of(0, 1, 2, 3), 10).getFirst();
    publisher().publish(List.of(row), Duration.ofSeconds(5), () -> {});

    // When
    assertThat(relay("successor", Duration.ofSeconds(10)).relayOnce()).isEqualTo(1);

    // Then readers see it twice under one id
    assertThat(published().get(key(event)))
        .containsExactly(event.id().toString(), event.id().toString());
    assertThat(pending()).isZero();
  }

  private static OutboxRelay relay(String owner, Duration lease) {
    return relay(owner, lease, 50);
  }

  private static OutboxRelay relay(String owner, Duration lease, int batchSize) {
    LaneLeases leases = new LaneLeases(jdbc, owner, lease);
    leases.prepare(LANES);
    return new OutboxRelay(
        leases,
        new OutboxRows(jdbc, transactions),
        publisher(),
        new MessagingProperties.OutboxSettings(LANES, lease, Duration.ofMillis(20), batchSize));
  }

  private static OutboxPublisher publisher() {
    return new OutboxPublisher(
        producer, new TraceContexts(OpenTelemetry.noop()), new SimpleMeterRegistry());
  }

  private static void append(EventEnvelope event) {
    transactions.executeWithoutResult(status -> outbox.append(List.of(Events.message(event))));
  }

  private static int pending() {
    Integer count = jdbc.queryForObject("select count(*) from outbox", Integer.class);
    return count == null ? 0 : count;
  }

  private static String key(EventEnvelope event) {
    return event.event().key();
  }

  private static Map<String, List<String>> published() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> message : KafkaIO.all(Topics.PAYMENTS)) {
      ids.computeIfAbsent(message.key(), k -> new ArrayList<>())
          .add(new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
    }
    return ids;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
