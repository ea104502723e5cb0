package io.octroi.subscription.story;

import io.octroi.operations.story.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads how a customer's time came to its end: held, released, over. */
final class RemovalSteps {
  private static final String SERVICE = "subscription-worker";
  private static final String HELD =
      """
      select subscription_id, family, ends_at, grace_until, grace_reason
        from subscriptions
       where customer_id = ? and grace_until is not null order by ends_at limit ?
      """;
  private static final String REMOVALS =
      """
      select m.subscription_id, s.family, m.ends_at, m.removed_at, m.release_id, r.reason,
             r.requested_by, r.requested_at, r.approved_by, r.approved_at
        from removals m
        join subscriptions s on s.subscription_id = m.subscription_id
        left join removal_releases r on r.release_id = m.release_id
       where s.customer_id = ? order by m.removed_at desc limit ?
      """;

  private final JdbcTemplate jdbc;

  RemovalSteps(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Who stays although the time is over, and why. */
  List<Step> held(String customer, int limit) {
    return jdbc.query(
        HELD,
        (row, number) ->
            Step.at(instant(row, "ends_at"), SERVICE, "removal-held")
                .with("subscription_id", row.getString("subscription_id"))
                .with("family", row.getString("family"))
                .with("until", instant(row, "grace_until"))
                .with("obstacle", row.getString("grace_reason"))
                .with("rule", "in-doubt-the-member-stays")
                .told("The time is over and the member stays: " + row.getString("grace_reason")),
        customer,
        limit);
  }

  /** Each end by time, and the release that it took, if it took one. */
  List<Step> removals(String customer, int limit) {
    List<Step> steps = new ArrayList<>();
    jdbc.query(
        REMOVALS,
        row -> {
          tell(row, steps);
        },
        customer,
        limit);
    return steps;
  }

  private static void tell(ResultSet row, List<Step> steps) throws SQLException {
    boolean released = row.getObject("release_id") != null;
    if (released) {
      steps.add(
          Step.at(instant(row, "requested_at"), SERVICE, "removal-release-asked")
              .with("release_id", row.getString("release_id"))
              .with("by", row.getString("requested_by"))
              .with("reason", row.getString("reason"))
              .told("An operator asked to put members out whatever stands in the way"));
      steps.add(
          Step.at(instant(row, "approved_at"), SERVICE, "removal-release-approved")
              .with("release_id", row.getString("release_id"))
              .with("by", row.getString("approved_by"))
              .told("Another operator approved it"));
    }
    steps.add(
        Step.at(instant(row, "removed_at"), SERVICE, "access-ended")
            .with("subscription_id", row.getString("subscription_id"))
            .with("family", row.getString("family"))
            .with("ends_at", instant(row, "ends_at"))
            .with("release_id", released ? row.getString("release_id") : "")
            .with("rule", released ? "released-by-two-operators" : "every-payment-until-then-known")
            .told("The time is over and the clock ended access"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
