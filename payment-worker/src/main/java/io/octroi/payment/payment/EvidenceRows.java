package io.octroi.payment.payment;

import io.octroi.messaging.batch.Columns;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The facts of payments, a row for each event. */
final class EvidenceRows {
  private static final TypeReference<List<PaymentFact>> FACTS = new TypeReference<>() {};
  // "offset 0" keeps the planner from reading the whole table as long as it has no statistics of
  // it.
  private static final String OF =
      """
      select f.payment_id, f.event_id, f.endpoint, f.at, f.facts
        from unnest(?::uuid[]) as w (payment_id)
       cross join lateral (
         select * from payment_facts where payment_facts.payment_id = w.payment_id offset 0) as f
      """;
  private static final String BEGIN =
      """
      insert into payment_facts (payment_id, event_id, endpoint, at, facts)
      select unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]), unnest(?::timestamptz[]),
             unnest(?::jsonb[])
      """;
  private static final String INSERT = BEGIN + " on conflict (payment_id, event_id) do nothing";
  private static final String COPY =
      """
      insert into payment_facts (payment_id, event_id, endpoint, at, facts)
      select m.kept, f.event_id, f.endpoint, f.at, f.facts
        from payment_facts f
        join unnest(?::uuid[], ?::uuid[]) as m (absorbed, kept) on f.payment_id = m.absorbed
      on conflict (payment_id, event_id) do nothing
      """;
  private static final String REMOVE =
      "delete from payment_facts where payment_id = any (?::uuid[])";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final ObjectWriter writer;

  EvidenceRows(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.writer = json.writerFor(FACTS);
  }

  /** All evidence of the given payments; a payment without any is missing. */
  Map<PaymentId, List<Evidence>> of(Collection<PaymentId> payments) {
    Map<PaymentId, List<Evidence>> found = new HashMap<>();
    if (payments.isEmpty()) {
      return found;
    }
    jdbc.query(
        OF,
        row -> {
          PaymentId payment = new PaymentId(row.getObject("payment_id", UUID.class));
          Evidence evidence =
              new Evidence(
                  row.getString("event_id"),
                  row.getString("endpoint"),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  json.readValue(row.getString("facts"), FACTS));
          found.computeIfAbsent(payment, p -> new ArrayList<>()).add(evidence);
        },
        Columns.of(payments).uuids(PaymentId::value).arguments());
    return found;
  }

  /**
   * @param begun payments of which there is no evidence yet
   */
  void insert(Collection<Found> rows, Set<PaymentId> begun) {
    Map<Boolean, List<Found>> first =
        rows.stream().collect(Collectors.partitioningBy(row -> begun.contains(row.payment())));
    insert(BEGIN, first.getOrDefault(true, List.of()));
    insert(INSERT, first.getOrDefault(false, List.of()));
  }

  private void insert(String statement, Collection<Found> rows) {
    if (!rows.isEmpty()) {
      jdbc.update(
          statement,
          Columns.of(rows)
              .uuids(r -> r.payment().value())
              .text(r -> r.evidence().eventId())
              .text(r -> r.evidence().endpoint())
              .instants(r -> r.evidence().at())
              .text(r -> writer.writeValueAsString(r.evidence().facts()))
              .arguments());
    }
  }

  /** Gives the evidence of absorbed payments to those that stand for them. */
  void move(Map<PaymentId, PaymentId> absorbed) {
    if (!absorbed.isEmpty()) {
      jdbc.update(
          COPY,
          Columns.of(absorbed.entrySet())
              .uuids(m -> m.getKey().value())
              .uuids(m -> m.getValue().value())
              .arguments());
      jdbc.update(REMOVE, Columns.of(absorbed.keySet()).uuids(PaymentId::value).arguments());
    }
  }

  /** Evidence and the payment it is about. */
  record Found(PaymentId payment, Evidence evidence) {}
}
