package io.octroi.operations.finding;

import io.octroi.operations.story.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was found about the subjects of a story. */
public final class FindingSteps {
  /** A state's finding names the state before its subject, with a colon in between. */
  private static final String OF =
      """
      select condition, subject, state, remedy, count, first_seen, resolved_at, resolved_by
        from findings
       where subject = any (?::text[])
          or substring(subject from position(':' in subject) + 1) = any (?::text[])
       order by first_seen desc
       limit ?
      """;

  private final JdbcTemplate jdbc;
  private final String service;

  /**
   * @param service who tells it
   */
  public FindingSteps(JdbcTemplate jdbc, String service) {
    this.jdbc = jdbc;
    this.service = service;
  }

  /** The newest findings about these ids, each with its end where it has one. */
  public List<Step> about(Collection<String> subjects, int limit) {
    List<Step> steps = new ArrayList<>();
    if (!subjects.isEmpty()) {
      String[] ids = subjects.toArray(String[]::new);
      jdbc.query(
          OF,
          row -> {
            tell(row, steps);
          },
          ids,
          ids,
          limit);
    }
    return steps;
  }

  private void tell(ResultSet row, List<Step> steps) throws SQLException {
    String condition = row.getString("condition");
    steps.add(
        Step.at(instant(row, "first_seen"), service, "finding")
            .with("condition", condition)
            .with("subject", row.getString("subject"))
            .with("state", row.getString("state"))
            .with("count", row.getLong("count"))
            .with("remedy", row.getString("remedy"))
            .told("It was found that something is wrong: " + condition.replace('_', ' ')));
    if (row.getObject("resolved_at") != null) {
      String by = row.getString("resolved_by");
      steps.add(
          Step.at(instant(row, "resolved_at"), service, "finding-resolved")
              .with("condition", condition)
              .with("subject", row.getString("subject"))
              .with("by", by == null ? "" : by)
              .told(by == null ? "It is no longer so" : "An operator resolved it"));
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
