package io.octroi.operations.audit;

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

/** Keeps the audit log in the service's schema; the table refuses changes. */
final class AuditTable implements AuditLog {
  private static final String APPEND =
      """
      insert into audit_log (call_id, kind, at, operator, method, path, reason, dry_run, trace_id,
                             status)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String READ =
      """
      select c.position, c.call_id, c.at, c.operator, c.method, c.path, c.reason, c.dry_run,
             c.trace_id, o.status, o.at as ended_at
        from audit_log c
        left join audit_log o on o.call_id = c.call_id and o.kind = 'outcome'
       where c.kind = 'call' and c.at >= ? and (? = '' or c.operator = ?) and c.position < ?
       order by c.position desc
       limit ?
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  AuditTable(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void begin(Call call) {
    append(call, "call", null);
  }

  @Override
  public void end(Call call, int status) {
    append(call, "outcome", status);
  }

  private void append(Call call, String kind, @Nullable Integer status) {
    jdbc.update(
        APPEND,
        call.id(),
        kind,
        clock.instant().atOffset(ZoneOffset.UTC),
        call.operator().name(),
        call.method(),
        call.path(),
        call.reason().text(),
        call.dryRun(),
        call.traceId(),
        status);
  }

  /**
   * Calls with their outcomes, newest first.
   *
   * @param who an operator's name; empty for all
   * @param before only calls of lower positions
   */
  List<Row> calls(Instant since, String who, long before, int limit) {
    return jdbc.query(
        READ, AuditTable::row, since.atOffset(ZoneOffset.UTC), who, who, before, limit);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
    return new Row(
        row.getLong("position"),
        row.getObject("call_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("operator"),
        row.getString("method"),
        row.getString("path"),
        row.getString("reason"),
        row.getBoolean("dry_run"),
        row.getString("trace_id"),
        row.getObject("status", Integer.class),
        endedAt == null ? null : endedAt.toInstant());
  }

  /**
   * @param status absent where the call was carried out and its end was not seen
   */
  record Row(
      long position,
      UUID callId,
      Instant at,
      String operator,
      String method,
      String path,
      String reason,
      boolean dryRun,
      String traceId,
      @Nullable Integer status,
      @Nullable Instant endedAt) {}
}
