package io.octroi.operations.finding;

import io.octroi.contracts.EventIds;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What needs a person, one row a condition and subject however often it is reported. A finding that
 * was resolved, by a person or because its condition went away, stays resolved until the condition
 * comes back after having been away.
 */
public final class Findings {
  private static final String REPORT =
      """
      insert into findings as f (id, condition, subject, state, present, first_seen, last_seen, count,
                                 detail, remedy)
      values (?, ?, ?, 'open', true, ?, ?, 1, ?::jsonb, ?)
      on conflict (condition, subject) do update
         set state = case when f.present then f.state else 'open' end,
             first_seen = case when f.present then f.first_seen else excluded.first_seen end,
             resolved_at = case when f.present then f.resolved_at end,
             resolved_by = case when f.present then f.resolved_by end,
             acknowledged_at = case when f.present then f.acknowledged_at end,
             acknowledged_by = case when f.present then f.acknowledged_by end,
             present = true,
             last_seen = excluded.last_seen,
             count = f.count + 1,
             detail = excluded.detail,
             remedy = excluded.remedy
      """;

  private static final String CLEAR =
      """
      update findings
         set present = false, state = 'resolved', resolved_at = coalesce(resolved_at, ?)
       where condition = ? and present
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Findings(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Says that a condition holds now.
   *
   * @param condition what is wrong, a stable code in snake_case
   * @param subject what it is wrong with, such as a payment's id; holds nothing personal
   * @param detail what a person needs to judge it; holds nothing personal
   * @param remedy what to do about it, a sentence
   */
  public void report(String condition, String subject, Map<String, ?> detail, String remedy) {
    OffsetDateTime now = now();
    jdbc.update(
        REPORT,
        EventIds.next(clock.instant()),
        condition,
        subject,
        now,
        now,
        JsonMapper.shared().writeValueAsString(detail),
        remedy);
  }

  /** The subjects of which a condition held when somebody last looked. */
  public Set<String> present(String condition) {
    return Set.copyOf(
        jdbc.queryForList(
            "select subject from findings where condition = ? and present",
            String.class,
            condition));
  }

  /** Says that a condition still holds of these subjects, in the words of when it was reported. */
  public void again(String condition, Set<String> subjects) {
    jdbc.update(
        """
        update findings set last_seen = ?, count = count + 1
         where condition = ? and present and subject = any (?::text[])
        """,
        now(),
        condition,
        subjects.toArray(String[]::new));
  }

  /** Says that a condition does not hold of a subject now. */
  public void clear(String condition, String subject) {
    jdbc.update(CLEAR + " and subject = ?", now(), condition, subject);
  }

  /** Says that a condition holds now of nothing but these subjects. */
  public void settle(String condition, Set<String> stillTrue) {
    jdbc.update(
        CLEAR + " and not (subject = any (?::text[]))",
        now(),
        condition,
        stillTrue.toArray(String[]::new));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
