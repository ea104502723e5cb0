package io.octroi.payment.agreement;

import io.octroi.contracts.AgreementStatus;
import io.octroi.messaging.batch.Columns;
import io.octroi.payment.customer.Identities;
import io.octroi.payment.customer.Identity;
import io.octroi.payment.customer.Learned;
import io.octroi.payment.customer.Subject;
import io.octroi.payment.publication.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All recurring agreements. Whoever writes one holds its {@link Identities} row, so that two
 * transactions never make the same agreement.
 */
public final class Agreements {
  private static final String LOCK =
      """
      select a.*
        from agreements a
        join unnest(?::text[], ?::text[]) as w (provider, subject)
          on a.provider = w.provider and a.agreement = w.subject
       order by a.provider, a.agreement
         for update of a
      """;
  // "offset 0" keeps the planner from reading the whole table as long as it has no statistics of
  // it.
  private static final String DEPENDENTS =
      """
      select a.provider, a.agreement
        from agreements a
        join unnest(?::text[], ?::text[]) as w (provider, subject)
          on a.provider = w.provider and a.agreement = w.subject
      union
      select d.provider, d.agreement
        from unnest(?::text[], ?::text[]) as w (provider, subject)
       cross join lateral (
         select a.provider, a.agreement
           from agreements a
          where a.provider = w.provider and a.provider_customer = w.subject
         offset 0) as d
      """;
  private static final String WRITE =
      """
      insert into agreements (
          provider, agreement, version, status, ends_at, stated_plan, provider_customer, stated_at,
          stated_by, event_id, customer_id, plan_code)
      select *
        from unnest(
          ?::text[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
          ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
      on conflict (provider, agreement) do update
         set (version, status, ends_at, stated_plan, provider_customer, stated_at, stated_by,
              event_id, customer_id, plan_code)
           = (excluded.version, excluded.status, excluded.ends_at, excluded.stated_plan,
              excluded.provider_customer, excluded.stated_at, excluded.stated_by,
              excluded.event_id, excluded.customer_id, excluded.plan_code)
      """;

  private final JdbcTemplate jdbc;
  private final Identities identities;

  public Agreements(JdbcTemplate jdbc, Identities identities) {
    this.jdbc = jdbc;
    this.identities = identities;
  }

  /**
   * Joins what was said to what was known, and looks again at the agreements that depend on what
   * else was learned.
   *
   * @param statements what was said, and the trace of what said it
   * @param learned what the transaction learned of those who stand behind agreements
   * @return events to publish
   */
  public List<Told> state(List<Statement> statements, Learned learned) {
    Map<Subject, AgreementState> said = new TreeMap<>();
    Map<Subject, String> causes = new TreeMap<>();
    for (Statement statement : statements) {
      said.merge(statement.agreement(), statement.state(), AgreementState::join);
      causes.put(statement.agreement(), statement.traceparent());
    }
    TreeSet<Subject> touched = new TreeSet<>(said.keySet());
    touched.addAll(dependingOn(learned.news()));
    if (touched.isEmpty()) {
      return List.of();
    }
    Map<Subject, Agreement> before = lock(touched);
    said.forEach((id, state) -> before.computeIfAbsent(id, i -> Agreement.first(i, state)));
    List<Agreement> after = next(before, said, learned);
    write(after.stream().filter(a -> !a.equals(before.get(a.id()))).toList());
    List<Told> told = new ArrayList<>();
    for (Agreement agreement : after) {
      String cause = causes.getOrDefault(agreement.id(), cause(agreement, learned.causes()));
      Agreement known = before.getOrDefault(agreement.id(), agreement);
      agreement.newsSince(known).ifPresent(event -> told.add(new Told(event, cause)));
    }
    return told;
  }

  /** An agreement's whole state as news, whatever readers know; holds it. */
  public List<Told> retell(Subject id) {
    return lock(List.of(id)).values().stream()
        .flatMap(a -> a.newsSince(Agreement.first(id, a.state())).stream())
        .map(event -> new Told(event, ""))
        .toList();
  }

  private List<Agreement> next(
      Map<Subject, Agreement> before, Map<Subject, AgreementState> said, Learned learned) {
    Map<Subject, AgreementState> joined = new TreeMap<>();
    Set<Subject> subjects = new HashSet<>();
    before.forEach((id, agreement) -> {
      AgreementState state = agreement.state().join(said.getOrDefault(id, agreement.state()));
      joined.put(id, state);
      subjects.add(id);
      String customer = state.providerCustomer();
      if (customer != null) {
        subjects.add(new Subject(id.provider(), customer));
      }
    });
    Map<Subject, Identity> known = learned.knownOf(subjects, identities);
    List<Agreement> after = new ArrayList<>();
    before.forEach((id, agreement) -> {
      AgreementState state = joined.getOrDefault(id, agreement.state());
      after.add(agreement.next(state, identity(id, state, known)));
    });
    return after;
  }

  private static Identity identity(Subject id, AgreementState state, Map<Subject, Identity> known) {
    Identity own = known.getOrDefault(id, Identity.UNKNOWN);
    String customer = state.providerCustomer();
    if (customer == null) {
      return own;
    }
    Subject subject = new Subject(id.provider(), customer);
    return own.orElse(known.getOrDefault(subject, Identity.UNKNOWN).withoutPlan());
  }

  private static String cause(Agreement agreement, Map<Subject, String> learned) {
    String own = learned.get(agreement.id());
    return own != null ? own : learned.values().stream().findFirst().orElse("");
  }

  private Collection<Subject> dependingOn(Collection<Subject> subjects) {
    return subjects.isEmpty()
        ? List.of()
        : jdbc.query(
            DEPENDENTS,
            (row, number) -> new Subject(row.getString(1), row.getString(2)),
            Columns.of(subjects)
                .text(Subject::provider)
                .text(Subject::id)
                .text(Subject::provider)
                .text(Subject::id)
                .arguments());
  }

  private Map<Subject, Agreement> lock(Collection<Subject> ids) {
    Map<Subject, Agreement> found = new TreeMap<>();
    jdbc.query(LOCK, (row, number) -> agreement(row), keys(ids))
        .forEach(agreement -> found.put(agreement.id(), agreement));
    return found;
  }

  private void write(List<Agreement> rows) {
    if (!rows.isEmpty()) {
      jdbc.update(
          WRITE,
          Columns.of(rows)
              .text(a -> a.id().provider())
              .text(a -> a.id().id())
              .longs(Agreement::version)
              .text(a -> a.state().status().wireName())
              .instants(a -> a.state().endsAt())
              .text(a -> a.state().planCode())
              .text(a -> a.state().providerCustomer())
              .instants(a -> a.state().at())
              .text(a -> a.state().source().name())
              .text(a -> a.state().eventId())
              .text(Agreement::customerId)
              .text(Agreement::planCode)
              .arguments());
    }
  }

  private static Object[] keys(Collection<Subject> subjects) {
    return Columns.of(subjects).text(Subject::provider).text(Subject::id).arguments();
  }

  private static Agreement agreement(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime endsAt = row.getObject("ends_at", OffsetDateTime.class);
    AgreementState state =
        new AgreementState(
            AgreementStatus.ofWireName(row.getString("status")),
            endsAt == null ? null : endsAt.toInstant(),
            row.getString("stated_plan"),
            row.getString("provider_customer"),
            row.getObject("stated_at", OffsetDateTime.class).toInstant(),
            AgreementFact.Source.valueOf(row.getString("stated_by")),
            row.getString("event_id"));
    return new Agreement(
        new Subject(row.getString("provider"), row.getString("agreement")),
        row.getLong("version"),
        state,
        row.getString("customer_id"),
        row.getString("plan_code"));
  }

  /** What one event says about an agreement, and the trace of the event. */
  public record Statement(Subject agreement, AgreementState state, String traceparent) {}
}
