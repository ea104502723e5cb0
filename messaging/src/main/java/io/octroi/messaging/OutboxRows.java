package io.octroi.messaging;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and removes the rows of the outbox. */
final class OutboxRows {
  /**
   * Lane by lane over the index, whose dead entries such a scan clears away for the next one; asked
   * for all lanes at once, PostgreSQL reads through every row that was removed since the last
   * vacuum.
   */
  private static final String PENDING =
      """
      select o.id, o.event_id, o.source, o.type, o.topic, o.message_key, o.occurred_at, o.payload,
             o.traceparent
        from unnest(?::smallint[]) as l (lane)
       cross join lateral (
         select * from outbox where outbox.lane = l.lane order by outbox.id limit ?) o
       order by o.id
       limit ?
      """;

  /** How much of a batch one lane may fill, in shares as large as all lanes have. */
  private static final int SHARES = 4;

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
        ofLane(lanes.size(), limit),
        limit);
  }

  /** How many rows of one lane are read at once: fewer rows in all, and no lane has more. */
  static int ofLane(int lanes, int limit) {
    return Math.min(limit, SHARES * limit / lanes + 1);
  }

  void remove(List<Long> ids) {
    jdbc.update(
        "delete from outbox where id = any (?::bigint[])", (Object) ids.toArray(Long[]::new));
  }
}
