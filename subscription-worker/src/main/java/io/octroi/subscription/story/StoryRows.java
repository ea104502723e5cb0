package io.octroi.subscription.story;

import io.octroi.operations.story.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the steps of a customer's story from what is kept of it. */
final class StoryRows {
  private static final String SERVICE = "subscription-worker";
  private static final String GRANTS =
      """
      select payment_id, version, status, plan_code, family, days, counted, unknown_plan,
             merged_into, held, updated_at, traceparent
        from grants where customer_id = ? order by updated_at desc limit ?
      """;
  private static final String PERIODS =
      """
      select p.payment_id, p.subscription_id, p.starts_at, p.ends_at, g.updated_at, g.traceparent
        from periods p
        join grants g on g.payment_id = p.payment_id
        join subscriptions s on s.subscription_id = p.subscription_id
       where s.customer_id = ? order by p.starts_at desc limit ?
      """;
  private static final String ANNOUNCEMENTS =
      """
      select a.payment_id, a.subscription_id, a.announced_at, g.traceparent
        from announcements a
        join grants g on g.payment_id = a.payment_id
        join subscriptions s on s.subscription_id = a.subscription_id
       where s.customer_id = ? order by a.announced_at desc limit ?
      """;
  private static final String REMINDERS =
      """
      select r.subscription_id, r.ends_at, r.outcome, r.reason, r.decided_at
        from reminders r
        join subscriptions s on s.subscription_id = r.subscription_id
       where s.customer_id = ? order by r.decided_at desc limit ?
      """;
  private static final String SUBSCRIPTIONS =
      """
      select subscription_id, family, version, status, plan_code, starts_at, ends_at, updated_at
        from subscriptions where customer_id = ? order by family limit ?
      """;

  private final JdbcTemplate jdbc;

  StoryRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose payment it is; empty for one nobody heard of. */
  List<String> customersOf(UUID payment) {
    return jdbc.query(
        "select customer_id from grants where payment_id = ?",
        (row, number) -> text(row, "customer_id"),
        payment);
  }

  List<String> paymentsOf(String customer, int limit) {
    return jdbc.query(
        "select payment_id from grants where customer_id = ? order by updated_at desc limit ?",
        (row, number) -> text(row, "payment_id"),
        customer,
        limit);
  }

  /**
   * By what findings name them: the subscriptions, and where one is held, what holds its family.
   */
  List<String> subscriptionsOf(String customer, int limit) {
    return jdbc.query(
        """
        select subscription_id::text as subject from subscriptions where customer_id = ?
        union
        select grace_reason || ':' || family from subscriptions
         where customer_id = ? and grace_until is not null
         limit ?
        """,
        (row, number) -> text(row, "subject"),
        customer,
        customer,
        limit);
  }

  List<Step> grants(String customer, int limit) {
    return jdbc.query(
        GRANTS,
        (row, number) ->
            Step.at(instant(row, "updated_at"), SERVICE, "payment-heard-of")
                .with("payment_id", text(row, "payment_id"))
                .with("version", row.getLong("version"))
                .with("status", text(row, "status"))
                .with("plan_code", text(row, "plan_code"))
                .with("family", text(row, "family"))
                .with("days", text(row, "days"))
                .with("held", text(row, "held"))
                .with("merged_into", text(row, "merged_into"))
                .with("rule", rule(row))
                .traced(text(row, "traceparent"))
                .told("Heard of a payment that is " + text(row, "status").replace('_', ' ')),
        customer,
        limit);
  }

  private static String rule(ResultSet row) throws SQLException {
    if (row.getBoolean("unknown_plan")) {
      return "a-plan-that-is-not-configured-grants-nothing";
    }
    return row.getBoolean("counted")
        ? "a-payment-that-counts-grants-its-plans-days"
        : "a-payment-in-this-state-grants-nothing";
  }

  List<Step> periods(String customer, int limit) {
    return jdbc.query(
        PERIODS,
        (row, number) ->
            Step.at(instant(row, "updated_at"), SERVICE, "period")
                .with("payment_id", text(row, "payment_id"))
                .with("subscription_id", text(row, "subscription_id"))
                .with("starts_at", instant(row, "starts_at"))
                .with("ends_at", instant(row, "ends_at"))
                .with("rule", "starts-when-paid-or-when-the-time-before-it-ends")
                .traced(text(row, "traceparent"))
                .told("The payment pays for a period"),
        customer,
        limit);
  }

  List<Step> announcements(String customer, int limit) {
    return jdbc.query(
        ANNOUNCEMENTS,
        (row, number) ->
            Step.at(instant(row, "announced_at"), SERVICE, "announced")
                .with("payment_id", text(row, "payment_id"))
                .with("subscription_id", text(row, "subscription_id"))
                .traced(text(row, "traceparent"))
                .told("Told that the payment gave access"),
        customer,
        limit);
  }

  List<Step> reminders(String customer, int limit) {
    return jdbc.query(
        REMINDERS,
        (row, number) ->
            Step.at(instant(row, "decided_at"), SERVICE, "reminder")
                .with("subscription_id", text(row, "subscription_id"))
                .with("ends_at", instant(row, "ends_at"))
                .with("outcome", text(row, "outcome"))
                .with("reason", text(row, "reason"))
                .told("The reminder of the end was " + text(row, "outcome")),
        customer,
        limit);
  }

  List<Step> subscriptions(String customer, int limit) {
    return jdbc.query(
        SUBSCRIPTIONS,
        (row, number) ->
            Step.at(instant(row, "updated_at"), SERVICE, "subscription")
                .with("subscription_id", text(row, "subscription_id"))
                .with("family", text(row, "family"))
                .with("version", row.getLong("version"))
                .with("status", text(row, "status"))
                .with("plan_code", text(row, "plan_code"))
                .with("starts_at", optional(row, "starts_at"))
                .with("ends_at", optional(row, "ends_at"))
                .told("The subscription is " + text(row, "status")),
        customer,
        limit);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String optional(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? "" : value.toInstant().toString();
  }
}
