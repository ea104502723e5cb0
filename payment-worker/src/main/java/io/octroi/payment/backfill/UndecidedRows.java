package io.octroi.payment.backfill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is still to be decided, per endpoint; whoever holds an endpoint's lease changes it. */
final class UndecidedRows {
  private static final String COLUMNS = "kind, reference, since, holds";
  private static final int MOST_DOUBLINGS = 6;

  private final JdbcClient jdbc;

  UndecidedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of a window were listed: those are undecided, and no others of that time. */
  void listed(String endpoint, Window window, Collection<Undecided> undecided, Instant nextAt) {
    Set<Undecided> before =
        new HashSet<>(
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from undecided where endpoint = ? and since >= ? and since < ?")
                .params(endpoint, utc(window.from()), utc(window.to()))
                .query((row, _) -> undecided(row))
                .list());
    undecided.stream()
        .filter(one -> !before.remove(one))
        .forEach(one -> insert(endpoint, one, nextAt));
    before.forEach(one -> forget(endpoint, one));
  }

  /** Those from before a time that are to be asked for now. */
  List<Undecided> due(String endpoint, Instant before, Instant now, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from undecided where endpoint = ? and since < ? and next_at <= ?"
                + " order by next_at, kind, reference limit ?")
        .params(endpoint, utc(before), utc(now), limit)
        .query((row, _) -> undecided(row))
        .list();
  }

  /** Not decided yet; each time it takes longer until the next. */
  void later(String endpoint, Undecided one, Instant now, Duration wait) {
    jdbc.sql(
            """
            update undecided
               set asked = asked + 1,
                   next_at = ?::timestamptz
                             + make_interval(secs => ? * power(2, least(asked, ?)))
             where endpoint = ? and kind = ? and reference = ?
            """)
        .params(
            utc(now),
            wait.toMillis() / 1000.0,
            MOST_DOUBLINGS,
            endpoint,
            one.kind(),
            one.reference())
        .update();
  }

  void forget(String endpoint, Undecided one) {
    jdbc.sql("delete from undecided where endpoint = ? and kind = ? and reference = ?")
        .params(endpoint, one.kind(), one.reference())
        .update();
  }

  /** Since when something younger than {@code oldest} is undecided that nothing is complete by. */
  Optional<Instant> heldSince(String endpoint, Instant oldest) {
    return jdbc.sql(
            """
            select since from undecided
             where endpoint = ? and holds and since > ? order by since limit 1
            """)
        .params(endpoint, utc(oldest))
        .query((row, _) -> since(row))
        .optional();
  }

  private void insert(String endpoint, Undecided one, Instant nextAt) {
    jdbc.sql(
            """
            insert into undecided (endpoint, kind, reference, since, holds, next_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (endpoint, kind, reference) do update
               set since = excluded.since, holds = excluded.holds
            """)
        .params(endpoint, one.kind(), one.reference(), utc(one.since()), one.holds(), utc(nextAt))
        .update();
  }

  private static Undecided undecided(ResultSet row) throws SQLException {
    return new Undecided(
        row.getString("kind"), row.getString("reference"), since(row), row.getBoolean("holds"));
  }

  private static Instant since(ResultSet row) throws SQLException {
    return row.getObject("since", OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
