package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.Topics;
import io.octroi.messaging.MessagingTestApplication.RecordingHandler;
import io.octroi.platform.database.DatabaseSettings;
import io.octroi.platform.database.EmbeddedDatabase;
import io.octroi.testing.TestInfrastructure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "spring.datasource.hikari.connection-timeout=500")
class DatabaseAwayIT {
  private static final String DEAD_LETTERS =
      Topics.deadLetter(Topics.PAYMENTS, MessagingTestApplication.GROUP);

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init") // with the properties, before any test
  private static EmbeddedDatabase database;

  @Autowired private RecordingHandler handler;

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    database = EmbeddedDatabase.start(DatabaseSettings.in(directory));
    database.provision("messaging_test", "messaging_test", "test");
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", () -> "messaging_test");
    registry.add("spring.datasource.password", () -> "test");
    TestInfrastructure.createTopics(Map.of(Topics.PAYMENTS, 3, DEAD_LETTERS, 1));
    TestInfrastructure.registerKafka(registry);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void while_the_database_is_away_records_wait_and_none_is_put_aside() {
    // Given
    String customer = "cust-" + UUID.randomUUID();
    EventEnvelope before = Events.about(customer);
    EventEnvelope during = Events.about(customer);
    KafkaIO.send(List.of(EventCodec.toRecord(before)));
    await().untilAsserted(() -> assertThat(handler.idsOfKey(customer)).hasSize(1));
    int deadLetters = KafkaIO.all(DEAD_LETTERS).size();

    // When
    database.kill();
    KafkaIO.send(List.of(EventCodec.toRecord(during)));
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(5))
        .until(() -> handler.idsOfKey(customer).size() == 1);
    database.restart();

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(handler.idsOfKey(customer))
                .containsExactly(before.id().toString(), during.id().toString()));
    assertThat(KafkaIO.all(DEAD_LETTERS)).hasSize(deadLetters);
  }
}
