package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class InboxPruningIT {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void only_what_is_past_its_retention_is_forgotten_however_many_statements_it_takes() {
    // Given
    JdbcTemplate jdbc = new JdbcTemplate(MigratedSchema.named("pruning_test"));
    fill(jdbc, "old", NOW.minus(Duration.ofDays(31)), 25);
    fill(jdbc, "kept", NOW.minus(Duration.ofDays(29)), 5);

    // When
    new InboxPruning(
            jdbc,
            Clock.fixed(NOW, ZoneOffset.UTC),
            new MessagingProperties.InboxSettings(Duration.ofDays(30), Duration.ofMinutes(10), 10))
        .prune();

    // Then
    assertThat(jdbc.queryForList("select distinct consumer from inbox", String.class))
        .containsExactly("kept");
    assertThat(jdbc.queryForObject("select count(*) from inbox", Integer.class)).isEqualTo(5);
  }

  private static void fill(JdbcTemplate jdbc, String consumer, Instant at, int rows) {
    jdbc.update(
        """
        insert into inbox (consumer, source, event_id, topic, "partition", "offset", received_at)
        select ?, '/source', id::text, 'topic', 0, id, ? from generate_series(1, ?) as id
        """,
        consumer,
        at.atOffset(ZoneOffset.UTC),
        rows);
  }
}
