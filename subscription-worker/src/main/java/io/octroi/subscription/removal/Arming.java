package io.octroi.subscription.removal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether members of a family may be put out at all. */
@Component
final class Arming {
  private static final String SET =
      """
      insert into removal_arming (family, armed, reason, changed_by, changed_at)
      values (?, ?, ?, ?, ?::timestamptz)
      on conflict (family) do update
         set armed = excluded.armed, reason = excluded.reason,
             changed_by = excluded.changed_by, changed_at = excluded.changed_at
      """;

  private final JdbcTemplate jdbc;
  private final boolean armedByDefault;

  Arming(JdbcTemplate jdbc, RemovalProperties settings) {
    this.jdbc = jdbc;
    this.armedByDefault = settings.armed();
  }

  /** Whether members of a family may be put out of which operators said nothing. */
  boolean armedByDefault() {
    return armedByDefault;
  }

  /** Families for which operators said the opposite. */
  List<String> exceptions() {
    return jdbc.query(
        "select family from removal_arming where armed <> ?",
        (row, number) -> row.getString(1),
        armedByDefault);
  }

  /**
   * What an operator said of a family.
   *
   * @param changedBy the operator's name
   */
  record Decision(
      String family, boolean armed, String reason, String changedBy, Instant changedAt) {}

  void set(Decision decision) {
    jdbc.update(
        SET,
        decision.family(),
        decision.armed(),
        decision.reason(),
        decision.changedBy(),
        decision.changedAt().toString());
  }

  /** What operators said, by family. */
  List<Decision> decisions() {
    return jdbc.query(
        "select family, armed, reason, changed_by, changed_at from removal_arming order by family",
        (row, number) ->
            new Decision(
                row.getString("family"),
                row.getBoolean("armed"),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant()));
  }
}
