package io.octroi.messaging;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and removes the rows of the outbox. */
final class OutboxRows {
  /**
   * Over the primary key. Planned each time, since a plan that was made for the few rows of a quiet
   * hour reads the whole table in a busy one: hence no parameters, for which a plan would be kept.
   */
  private static final String PENDING =
      """
      select id, event_id, source, type, topic, message_key, occurred_at, payload, traceparent
        from outbox where lane in (\
      """;

  private final JdbcTemplate jdbc;

  OutboxRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The oldest rows of the given lanes that are committed and not yet published.
   *
   * @param lanes at least one
   * @param limit how many at most
   */
  List<OutboxRow> pending(List<Integer> lanes, int limit) {
    String ours = lanes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return jdbc.query(
        PENDING + ours + ") order by id limit " + limit,
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
                row.getString("traceparent")));
  }

  void remove(List<Long> ids) {
    jdbc.update(
        "delete from outbox where id = any (?::bigint[])", (Object) ids.toArray(Long[]::new));
  }
}
