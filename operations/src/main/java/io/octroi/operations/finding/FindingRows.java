package io.octroi.operations.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads findings for operators and keeps their decisions. */
final class FindingRows {
  private static final String COLUMNS =
      """
      select id, condition, subject, state, first_seen, last_seen, resolved_at, resolved_by, count,
             detail::text as detail, remedy, acknowledged_at, acknowledged_by
        from findings
      """;

  private static final String LIST =
      COLUMNS
          + """
           where (? = '' or state = ?) and (? = '' or condition = ?) and id < ?
           order by id desc
           limit ?
          """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  FindingRows(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Newest first; an empty state or condition stands for all. */
  List<Row> list(String state, String condition, UUID before, int limit) {
    return jdbc.query(LIST, FindingRows::row, state, state, condition, condition, before, limit);
  }

  List<Row> find(UUID id) {
    return jdbc.query(COLUMNS + " where id = ?", FindingRows::row, id);
  }

  /** Whether there was an open finding to acknowledge. */
  boolean acknowledge(UUID id, String operator) {
    return jdbc.update(
            """
            update findings set state = 'acknowledged', acknowledged_at = ?, acknowledged_by = ?
             where id = ? and state = 'open'
            """,
            now(),
            operator,
            id)
        > 0;
  }

  /** Whether there was a finding to resolve. */
  boolean resolve(UUID id, String operator) {
    return jdbc.update(
            """
            update findings set state = 'resolved', resolved_at = ?, resolved_by = ?
             where id = ? and state <> 'resolved'
            """,
            now(),
            operator,
            id)
        > 0;
  }

  /** How many are not resolved, and since when, by condition. */
  List<Unresolved> unresolved() {
    return jdbc.query(
        """
        select condition, count(*) as findings, min(first_seen) as oldest
          from findings
         where state <> 'resolved'
         group by condition
        """,
        (row, number) ->
            new Unresolved(
                row.getString("condition"),
                row.getLong("findings"),
                row.getObject("oldest", OffsetDateTime.class).toInstant()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("condition"),
        row.getString("subject"),
        row.getString("state"),
        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
        row.getObject("last_seen", OffsetDateTime.class).toInstant(),
        instant(row, "resolved_at"),
        row.getString("resolved_by"),
        row.getLong("count"),
        row.getString("detail"),
        row.getString("remedy"),
        instant(row, "acknowledged_at"),
        row.getString("acknowledged_by"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /**
   * @param detail JSON
   */
  record Row(
      UUID id,
      String condition,
      String subject,
      String state,
      Instant firstSeen,
      Instant lastSeen,
      @Nullable Instant resolvedAt,
      @Nullable String resolvedBy,
      long count,
      String detail,
      String remedy,
      @Nullable Instant acknowledgedAt,
      @Nullable String acknowledgedBy) {}

  /** Findings of one condition that are open or acknowledged. */
  record Unresolved(String condition, long count, Instant oldest) {}
}
