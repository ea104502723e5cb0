package io.octroi.messaging;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and removes the rows of the outbox. */
final class OutboxRows {
  private static final String PENDING =
      """
      select id, event_id, source, type, topic, message_key, occurred_at, payload, traceparent
        from outbox
       where lane = any (?::int[])
       order by id
       limit ?
      """;

  private final JdbcTemplate jdbc;

  OutboxRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The oldest rows of the given lanes that are committed and not yet published. */
  List<OutboxRow> pending(List<Integer> lanes, int limit) {
    return jdbc.query(
        PENDING,
        (row, number) ->
            new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("source"),
                row.getString("type"),
                row.getString("topic"),
                row.getString("message_key"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getString("traceparent")),
        lanes.toArray(Integer[]::new),
        limit);
  }

  void remove(List<Long> ids) {
    jdbc.update(
        "delete from outbox where id = any (?::bigint[])", (Object) ids.toArray(Long[]::new));
  }
}
