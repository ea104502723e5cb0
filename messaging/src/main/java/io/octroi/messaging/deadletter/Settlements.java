package io.octroi.messaging.deadletter;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes that a record which was published again has been handled, in the transaction that did. */
public final class Settlements {
  private final JdbcTemplate jdbc;
  private final Clock clock;

  Settlements(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Settles the dead letters that these records are.
   *
   * @param consumer the group that handled them
   */
  public void settle(String consumer, List<ConsumerRecord<String, byte[]>> handled) {
    for (ConsumerRecord<String, byte[]> message : handled) {
      DeadLetterHeaders.redriveOf(message.headers())
          .ifPresent(id -> settle(id, consumer, DeadLetterHeaders.round(message.headers())));
    }
  }

  private void settle(UUID id, String consumer, int round) {
    jdbc.update(
        """
        update dead_letters
           set state = 'settled', ended_at = ?, rounds = greatest(rounds, ?), claimed_until = null
         where id = ? and consumer = ? and state <> 'settled'
        """,
        clock.instant().atOffset(ZoneOffset.UTC),
        round,
        id,
        consumer);
  }
}
