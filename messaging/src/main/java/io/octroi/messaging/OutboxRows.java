package io.octroi.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Reads and removes the rows of the outbox. */
final class OutboxRows {
  /**
   * Over the primary key, always. A plan that was made while nothing waited, or goes by what was
   * there then, would as soon read the whole table: thousands of pages in a busy hour, since room
   * is given back by the next vacuum only.
   */
  private static final String OVER_THE_KEY = "set local enable_seqscan = off";

  private static final String PENDING =
      """
      select id, event_id, source, type, topic, message_key, occurred_at, payload, traceparent
        from outbox
       where lane = any (?::smallint[])
       order by id limit ?
      """;

  private static final String REMOVE = "delete from outbox where id = any (?::bigint[])";

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  OutboxRows(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * The oldest rows of the given lanes that are committed and not yet published.
   *
   * @param lanes at least one
   * @param limit how many at most
   */
  List<OutboxRow> pending(List<Integer> lanes, int limit) {
    Object[] ours = lanes.toArray(Integer[]::new);
    return overTheKey(() -> jdbc.query(PENDING, OutboxRows::row, ours, limit));
  }

  void remove(List<Long> ids) {
    overTheKey(() -> jdbc.update(REMOVE, (Object) ids.toArray(Long[]::new)));
  }

  private <T> T overTheKey(Supplier<T> statement) {
    return transactions.execute(status -> {
      jdbc.execute(OVER_THE_KEY);
      return statement.get();
    });
  }

  private static OutboxRow row(ResultSet row, int number) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        row.getObject("event_id", UUID.class),
        row.getString("source"),
        row.getString("type"),
        row.getString("topic"),
        row.getString("message_key"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getBytes("payload"),
        row.getString("traceparent"));
  }
}
