package io.octroi.operations.stateage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is in a state, by two queries of the database. */
public final class SqlView implements StateBudget.View {
  private final JdbcTemplate jdbc;
  private final String oldest;
  private final String since;

  /**
   * @param oldest selects one instant or null, such as {@code select min(created_at) from …}
   * @param since selects subject (text) and instant of what is older than the first parameter,
   *     oldest first, at most as many as the second
   */
  public SqlView(JdbcTemplate jdbc, String oldest, String since) {
    this.jdbc = jdbc;
    this.oldest = oldest;
    this.since = since;
  }

  @Override
  public Optional<Instant> oldest() {
    return Optional.ofNullable(jdbc.queryForObject(oldest, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public List<StateBudget.Stranded> since(Instant before, int limit) {
    return jdbc.query(
        since,
        (row, number) ->
            new StateBudget.Stranded(
                row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()),
        before.atOffset(ZoneOffset.UTC),
        limit);
  }
}
