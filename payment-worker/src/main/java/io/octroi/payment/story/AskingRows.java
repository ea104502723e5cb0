package io.octroi.payment.story;

import io.octroi.contracts.Money;
import io.octroi.operations.story.Step;
import io.octroi.payment.payment.PaymentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what providers were asked about payments: for the money, and whether it came. */
final class AskingRows {
  private static final String SERVICE = "payment-worker";
  private static final String ORDERS =
      """
      select o.provider, o.endpoint, o.reference, o.order_id, o.plan_code, o.amount, o.currency,
             o.state, o.created_at
        from payment_references r
        join orders o on o.provider = r.provider and o.reference = r.reference
       where r.payment_id = any (?::uuid[])
      """;

  /** An object is named as the payment is, or by an event that the answer brought. */
  private static final String OF_PAYMENTS =
      """
      select i.id
        from payment_references r
        join inquiries i on i.reference = r.reference and i.provider = r.provider
       where r.payment_id = any (?::uuid[])
      union
      select i.id
        from payment_facts f
        join inquiries i
          on i.reference = substring(f.event_id from '^event:(.*)$') and i.endpoint = f.endpoint
       where f.payment_id = any (?::uuid[])
      """;

  private static final String OF_EVENT =
      "select inquiry_id from inquiry_webhooks where event_id = ?";
  private static final String INQUIRIES =
      """
      select endpoint, provider, kind, reference, trust, claim, state, verdict, reason, attempts,
             first_asked, asked_at, next_at, closed_at, event_id, traceparent
        from inquiries where id = any (?::bigint[]) order by first_asked limit ?
      """;
  private static final String HINTS =
      """
      select distinct event_id from inquiry_webhooks where inquiry_id = any (?::bigint[]) limit ?
      """;

  private final JdbcTemplate jdbc;

  AskingRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Step> orders(Collection<PaymentId> payments) {
    return jdbc.query(
        ORDERS,
        (row, number) ->
            Step.at(instant(row, "created_at"), SERVICE, "order-registered")
                .with("provider", row.getString("provider"))
                .with("endpoint", row.getString("endpoint"))
                .with("reference", row.getString("reference"))
                .with("order_id", row.getString("order_id"))
                .with("plan_code", row.getString("plan_code"))
                .with("asked", Money.of(row.getLong("amount"), row.getString("currency")))
                .with("state", row.getString("state"))
                .told("We said what the provider was asked to collect"),
        (Object) ids(payments));
  }

  /** The inquiries about these payments. */
  Set<Long> inquiriesOf(Collection<PaymentId> payments) {
    String[] ids = ids(payments);
    return new LinkedHashSet<>(jdbc.query(OF_PAYMENTS, (row, number) -> row.getLong(1), ids, ids));
  }

  /** The inquiries that an event opened or waits for. */
  Set<Long> inquiriesOf(String eventId) {
    return new LinkedHashSet<>(jdbc.query(OF_EVENT, (row, number) -> row.getLong(1), eventId));
  }

  /** The webhooks that could not be believed and made us ask. */
  List<String> hintsOf(Set<Long> inquiries, int limit) {
    return jdbc.query(HINTS, (row, number) -> row.getString(1), numbers(inquiries), limit);
  }

  /** What was asked, how often in vain, and what came of it or since when it waits. */
  List<Step> inquiries(Set<Long> inquiries, int limit) {
    List<Step> steps = new ArrayList<>();
    jdbc.query(
        INQUIRIES,
        row -> {
          tell(row, steps);
        },
        numbers(inquiries),
        limit);
    return steps;
  }

  private static void tell(ResultSet row, List<Step> steps) throws SQLException {
    steps.add(
        step(row, "first_asked", "inquiry-opened")
            .with("claim", row.getString("claim"))
            .with("trust", row.getString("trust"))
            .with("event_id", row.getString("event_id"))
            .told("It cannot be believed on its own; the provider is to be asked"));
    if (row.getInt("attempts") > 0) {
      steps.add(
          step(row, "asked_at", "inquiry-asked")
              .with("attempts", row.getInt("attempts"))
              .with("verdict", row.getString("verdict"))
              .with("reason", row.getString("reason"))
              .told("The provider was asked, so far " + row.getInt("attempts") + " times"));
    }
    steps.add(row.getObject("closed_at") == null ? waiting(row) : answered(row));
  }

  private static Step waiting(ResultSet row) throws SQLException {
    String since = row.getObject("asked_at") == null ? "first_asked" : "asked_at";
    return step(row, since, "inquiry-waiting")
        .with("since", instant(row, "first_asked"))
        .with("next_at", instant(row, "next_at"))
        .told("It waits for the provider's word");
  }

  private static Step answered(ResultSet row) throws SQLException {
    return step(row, "closed_at", "inquiry-answered")
        .with("state", row.getString("state"))
        .with("verdict", row.getString("verdict"))
        .with("reason", row.getString("reason"))
        .told("What was claimed is " + row.getString("state"));
  }

  private static Step.Telling step(ResultSet row, String time, String kind) throws SQLException {
    return Step.at(instant(row, time), SERVICE, kind)
        .with("endpoint", row.getString("endpoint"))
        .with("about", row.getString("kind") + " " + row.getString("reference"))
        .traced(row.getString("traceparent"));
  }

  private static String[] ids(Collection<PaymentId> payments) {
    return payments.stream().map(PaymentId::toString).toArray(String[]::new);
  }

  private static Long[] numbers(Set<Long> inquiries) {
    return inquiries.toArray(Long[]::new);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
