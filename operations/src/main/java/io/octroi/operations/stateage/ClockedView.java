package io.octroi.operations.stateage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is in a state at this instant, by our clock and not by the database's. */
public final class ClockedView implements StateBudget.View {
  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final String query;

  /**
   * @param query selects {@code subject} (text) and {@code since} of all that is in the state; its
   *     one parameter is this instant
   */
  public ClockedView(JdbcTemplate jdbc, Clock clock, String query) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.query = query;
  }

  @Override
  public Optional<Instant> oldest() {
    return Optional.ofNullable(
            jdbc.queryForObject(
                "select min(since) from (" + query + ") as q", OffsetDateTime.class, now()))
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public List<StateBudget.Stranded> since(Instant before, int limit) {
    return jdbc.query(
        "select subject, since from (" + query + ") as q where since < ? order by since limit ?",
        (row, number) -> stranded(row),
        now(),
        before.atOffset(ZoneOffset.UTC),
        limit);
  }

  private static StateBudget.Stranded stranded(ResultSet row) throws SQLException {
    return new StateBudget.Stranded(
        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
