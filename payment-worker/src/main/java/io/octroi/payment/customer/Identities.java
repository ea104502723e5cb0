package io.octroi.payment.customer;

import io.octroi.messaging.batch.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of agreements and providers' customers.
 *
 * <p>A transaction that makes a payment depend on a subject holds that subject's row, as does one
 * that learns about it. So whoever learns sees every payment that waits for it.
 */
public final class Identities {
  private static final String BEGIN =
      """
      insert into identities (provider, subject, identity)
      select unnest(?::text[]), unnest(?::text[]), unnest(?::jsonb[])
      on conflict (provider, subject) do nothing
      returning provider, subject
      """;
  private static final String FIND =
      """
      select i.provider, i.subject, i.identity
        from identities i
        join unnest(?::text[], ?::text[]) as w (provider, subject)
          on i.provider = w.provider and i.subject = w.subject
      """;
  private static final String LOCK = FIND + " order by i.provider, i.subject for update of i";
  private static final String UPDATE =
      """
      update identities i
         set identity = u.identity
        from unnest(?::text[], ?::text[], ?::jsonb[]) as u (provider, subject, identity)
       where i.provider = u.provider and i.subject = u.subject
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  public Identities(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Joins what was learned to what was known, and holds the subjects until the transaction ends.
   *
   * @param held subjects to hold, besides those that something was learned about
   * @param causes the trace of what said it, by the subject that something was learned about
   */
  public Learned learn(
      Collection<Subject> held, Map<Subject, Identity> learned, Map<Subject, String> causes) {
    NavigableSet<Subject> subjects = new TreeSet<>(held);
    subjects.addAll(learned.keySet());
    if (subjects.isEmpty()) {
      return Learned.NOTHING;
    }
    Set<Subject> begun = begin(subjects, learned);
    Map<Subject, Identity> known = new HashMap<>();
    begun.forEach(subject -> known.put(subject, Identity.UNKNOWN));
    subjects.removeAll(begun);
    if (!subjects.isEmpty()) {
      known.putAll(query(LOCK, subjects));
    }
    Map<Subject, String> changed = new HashMap<>();
    List<Map.Entry<Subject, Identity>> rows = new ArrayList<>();
    learned.forEach((subject, identity) -> {
      Identity before = known.getOrDefault(subject, Identity.UNKNOWN);
      Identity after = before.join(identity);
      if (!after.equals(before) && !begun.contains(subject)) {
        rows.add(Map.entry(subject, after));
      }
      if (!after.saysTheSameAs(before)) {
        changed.put(subject, causes.getOrDefault(subject, ""));
      }
      known.put(subject, after);
    });
    update(rows);
    return new Learned(known, begun, changed);
  }

  /** Holds subjects until the transaction ends, of which nothing was learned. */
  public void hold(Collection<Subject> subjects) {
    learn(subjects, Map.of(), Map.of());
  }

  /** What is known of each subject; a subject nothing is known of is missing. */
  public Map<Subject, Identity> find(Collection<Subject> subjects) {
    return subjects.isEmpty() ? Map.of() : query(FIND, new TreeSet<>(subjects));
  }

  /** Makes the rows that are not there yet, with what was learned, and tells which those were. */
  private Set<Subject> begin(NavigableSet<Subject> subjects, Map<Subject, Identity> learned) {
    return new HashSet<>(
        jdbc.query(
            BEGIN,
            (row, number) -> new Subject(row.getString("provider"), row.getString("subject")),
            Columns.of(subjects)
                .text(Subject::provider)
                .text(Subject::id)
                .text(s -> json.writeValueAsString(learned.getOrDefault(s, Identity.UNKNOWN)))
                .arguments()));
  }

  private void update(List<Map.Entry<Subject, Identity>> rows) {
    if (!rows.isEmpty()) {
      jdbc.update(
          UPDATE,
          Columns.of(rows)
              .text(r -> r.getKey().provider())
              .text(r -> r.getKey().id())
              .text(r -> json.writeValueAsString(r.getValue()))
              .arguments());
    }
  }

  private Map<Subject, Identity> query(String query, NavigableSet<Subject> subjects) {
    Map<Subject, Identity> found = new HashMap<>();
    jdbc.query(
        query,
        row -> {
          found.put(
              new Subject(row.getString("provider"), row.getString("subject")),
              json.readValue(row.getString("identity"), Identity.class));
        },
        keys(subjects));
    return found;
  }

  private static Object[] keys(NavigableSet<Subject> subjects) {
    return Columns.of(subjects).text(Subject::provider).text(Subject::id).arguments();
  }
}
