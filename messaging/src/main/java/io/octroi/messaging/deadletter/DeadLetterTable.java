package io.octroi.messaging.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads dead letters and keeps what is done with them. */
final class DeadLetterTable {
  private static final String COLUMNS =
      """
      select id, consumer, state, rounds, arrivals, reason, source, event_id, type, topic,
             partition_no, offset_no, traceparent, first_failed_at, last_failed_at, redriven_at,
             ended_at
        from dead_letters
      """;

  private static final String MATCHING =
      """
       where (? = '' or state = ?) and (? = '' or reason = ?) and (? = '' or type = ?)
         and first_failed_at >= ?
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  DeadLetterTable(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Which dead letters; an empty text stands for all.
   *
   * @param since first failed then or later
   */
  record Filter(String state, String reason, String type, Instant since) {
    private Object[] arguments(Object... more) {
      Object[] all = new Object[7 + more.length];
      Object[] own = {state, state, reason, reason, type, type, since.atOffset(ZoneOffset.UTC)};
      System.arraycopy(own, 0, all, 0, own.length);
      System.arraycopy(more, 0, all, own.length, more.length);
      return all;
    }
  }

  /** Newest first. */
  List<DeadLetterRow> list(Filter filter, UUID before, int limit) {
    return jdbc.query(
        COLUMNS + MATCHING + " and id < ? order by id desc limit ?",
        DeadLetterTable::row,
        filter.arguments(before, limit));
  }

  /** In the order in which they were published first, so that a key's records keep it. */
  List<UUID> inOrder(Filter filter, int limit) {
    return jdbc.query(
        "select id from dead_letters "
            + MATCHING
            + " order by topic, partition_no, offset_no, id limit ?",
        (row, number) -> row.getObject(1, UUID.class),
        filter.arguments(limit));
  }

  Optional<DeadLetterRow> find(UUID id) {
    return jdbc.query(COLUMNS + " where id = ?", DeadLetterTable::row, id).stream().findFirst();
  }

  DeadLetterRow.Content content(UUID id) {
    return jdbc.query(
            "select message_key, payload, headers from dead_letters where id = ?",
            (row, number) ->
                new DeadLetterRow.Content(
                    row.getBytes("message_key"), row.getBytes("payload"), row.getString("headers")),
            id)
        .getFirst();
  }

  /**
   * Makes sure that nobody else publishes it for a while.
   *
   * @param force whether what is not waiting may be published too
   */
  boolean claim(UUID id, boolean force, Duration lease) {
    return jdbc.update(
            """
            update dead_letters
               set claimed_until = clock_timestamp() + make_interval(secs => ?)
             where id = ? and (state = 'waiting' or ? and state <> 'settled')
               and (claimed_until is null or claimed_until < clock_timestamp())
            """,
            lease.toMillis() / 1000.0,
            id,
            force)
        > 0;
  }

  void release(UUID id) {
    jdbc.update("update dead_letters set claimed_until = null where id = ?", id);
  }

  /** Notes that it was published, unless what came of it was faster. */
  void redriven(UUID id, int round) {
    jdbc.update(
        """
        update dead_letters
           set state = 'redriven', rounds = ?, redriven_at = ?, claimed_until = null,
               ended_at = null
         where id = ? and rounds < ?
        """,
        round,
        now(),
        id,
        round);
  }

  boolean discard(UUID id) {
    return jdbc.update(
            """
            update dead_letters set state = 'discarded', ended_at = ?
             where id = ? and state in ('waiting', 'parked')
            """,
            now(),
            id)
        > 0;
  }

  int prune(Duration retention) {
    return jdbc.update(
        "delete from dead_letters where ended_at < ?",
        clock.instant().minus(retention).atOffset(ZoneOffset.UTC));
  }

  long count(String state) {
    Long count =
        jdbc.queryForObject("select count(*) from dead_letters where state = ?", Long.class, state);
    return count == null ? 0 : count;
  }

  /** Since the oldest failed that has not ended; nothing where there is none. */
  Duration oldestAge() {
    OffsetDateTime oldest =
        jdbc.queryForObject(
            "select min(first_failed_at) from dead_letters where ended_at is null",
            OffsetDateTime.class);
    return oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static DeadLetterRow row(ResultSet row, int number) throws SQLException {
    return new DeadLetterRow(
        row.getObject("id", UUID.class),
        row.getString("consumer"),
        row.getString("state"),
        row.getInt("rounds"),
        row.getInt("arrivals"),
        row.getString("reason"),
        row.getString("source"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("topic"),
        row.getInt("partition_no"),
        row.getLong("offset_no"),
        row.getString("traceparent"),
        row.getObject("first_failed_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_failed_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("redriven_at", OffsetDateTime.class)),
        instant(row.getObject("ended_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
