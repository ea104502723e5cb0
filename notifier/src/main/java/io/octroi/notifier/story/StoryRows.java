package io.octroi.notifier.story;

import io.octroi.operations.story.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the steps of a customer's story; addresses, links and wording stay out of it. */
final class StoryRows {
  private static final String SERVICE = "notifier";
  private static final String NOTIFICATIONS =
      """
      select id, kind, key, subscription_id, plan_code, ends_at, payment_id, created_at, traceparent
        from notifications where customer_id = ? order by created_at desc limit ?
      """;
  private static final String DELIVERIES =
      """
      select d.id, d.notification_id, d.action, d.status, d.code, d.attempts, d.created_at,
             d.settled_at, d.instead_of, n.traceparent
        from deliveries d join notifications n on n.id = d.notification_id
       where n.customer_id = ? order by d.created_at desc limit ?
      """;
  private static final String ATTEMPTS =
      """
      select a.delivery_id, a.attempt, a.started_at, a.finished_at, a.outcome, a.code, a.late,
             d.action, d.notification_id, n.traceparent
        from delivery_attempts a
        join deliveries d on d.id = a.delivery_id
        join notifications n on n.id = d.notification_id
       where n.customer_id = ? order by a.started_at desc limit ?
      """;

  private final JdbcTemplate jdbc;

  StoryRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose payment it is; empty for one that nobody was told of. */
  List<String> customersOf(UUID payment) {
    return jdbc.query(
        "select distinct customer_id from notifications where payment_id = ?",
        (row, number) -> text(row, "customer_id"),
        payment);
  }

  List<Step> notifications(String customer, int limit) {
    return jdbc.query(
        NOTIFICATIONS,
        (row, number) ->
            Step.at(instant(row, "created_at"), SERVICE, "notification")
                .with("notification_id", text(row, "id"))
                .with("what", text(row, "kind"))
                .with("key", text(row, "key"))
                .with("subscription_id", text(row, "subscription_id"))
                .with("plan_code", text(row, "plan_code"))
                .with("ends_at", optional(row, "ends_at"))
                .with("payment_id", text(row, "payment_id"))
                .traced(text(row, "traceparent"))
                .told("Something to tell: " + text(row, "kind").replace('-', ' ')),
        customer,
        limit);
  }

  /** The ids of a customer's newest deliveries. */
  List<String> deliveriesOf(String customer, int limit) {
    return jdbc.query(
        """
        select d.id from deliveries d join notifications n on n.id = d.notification_id
         where n.customer_id = ? order by d.created_at desc limit ?
        """,
        (row, number) -> text(row, "id"),
        customer,
        limit);
  }

  /** The beginning of each delivery, and its end where it has one. */
  List<Step> deliveries(String customer, int limit) {
    List<Step> steps = new ArrayList<>();
    jdbc.query(
        DELIVERIES,
        row -> {
          steps.add(
              delivery(row, "created_at", "delivery-planned")
                  .with("instead_of", text(row, "instead_of"))
                  .told(planned(row)));
          if (row.getObject("settled_at") != null) {
            steps.add(
                delivery(row, "settled_at", "delivery-settled")
                    .with("status", text(row, "status"))
                    .with("code", text(row, "code"))
                    .with("attempts", row.getInt("attempts"))
                    .told("The delivery is " + text(row, "status")));
          }
        },
        customer,
        limit);
    return steps;
  }

  private static String planned(ResultSet row) throws SQLException {
    String told = "To be delivered: " + text(row, "action");
    return text(row, "instead_of").isEmpty()
        ? told
        : told + ", in place of one that did not reach the customer";
  }

  private static Step.Telling delivery(ResultSet row, String time, String kind)
      throws SQLException {
    return Step.at(instant(row, time), SERVICE, kind)
        .with("delivery_id", text(row, "id"))
        .with("notification_id", text(row, "notification_id"))
        .with("action", text(row, "action"))
        .traced(text(row, "traceparent"));
  }

  List<Step> attempts(String customer, int limit) {
    return jdbc.query(
        ATTEMPTS,
        (row, number) ->
            Step.at(instant(row, "started_at"), SERVICE, "delivery-attempt")
                .with("delivery_id", text(row, "delivery_id"))
                .with("attempt", row.getInt("attempt"))
                .with("action", text(row, "action"))
                .with("finished_at", optional(row, "finished_at"))
                .with("answer", text(row, "outcome"))
                .with("code", text(row, "code"))
                .with("late", row.getBoolean("late") ? "true" : "")
                .traced(text(row, "traceparent"))
                .told(attempt(row)),
        customer,
        limit);
  }

  private static String attempt(ResultSet row) throws SQLException {
    String outcome = text(row, "outcome");
    return outcome.isEmpty()
        ? "An attempt whose end nobody saw"
        : "An attempt ended: " + outcome.replace('_', ' ');
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
