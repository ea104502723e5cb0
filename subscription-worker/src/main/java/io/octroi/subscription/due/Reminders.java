package io.octroi.subscription.due;

import io.octroi.contracts.SubscriptionEvent.SubscriptionReminderDue;
import io.octroi.messaging.batch.Columns;
import io.octroi.subscription.subscription.Subscription;
import io.octroi.subscription.subscription.SubscriptionRow;
import io.octroi.subscription.subscription.Telling;
import io.octroi.subscription.subscription.Telling.News;
import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says once for each end that it is near. */
@Component
class Reminders {
  static final String DUE =
      "select reminder_at, "
          + SubscriptionRow.COLUMNS
          + """
            from subscriptions
           where status = 'active' and reminded_for is distinct from ends_at
             and reminder_at <= ?::timestamptz and ends_at > ?::timestamptz
           order by reminder_at, subscription_id
           limit ?
             for update skip locked
          """;

  /** The key decides what was said before: an end may come back after it had moved away. */
  private static final String RECORD =
      """
      insert into reminders (subscription_id, ends_at, outcome, decided_at)
      select subscription_id, ends_at, 'sent', ?::timestamptz
        from subscriptions
       where subscription_id = any(?::uuid[])
      on conflict do nothing
      returning subscription_id
      """;

  private static final String REMEMBER =
      """
      update subscriptions
         set reminded_for = ends_at, version = version + 1, updated_at = ?::timestamptz
       where subscription_id = any(?::uuid[])
      """;

  private final JdbcTemplate jdbc;
  private final Telling telling;
  private final Meters meters;

  Reminders(JdbcTemplate jdbc, Telling telling, Meters meters) {
    this.jdbc = jdbc;
    this.telling = telling;
    this.meters = meters;
  }

  /**
   * Tells what is due in one transaction, the longest overdue first.
   *
   * @param limit how many at most
   * @return how many subscriptions were looked at
   */
  @Transactional
  public int remind(Instant now, int limit) {
    List<Due> due = jdbc.query(DUE, Due::read, now.toString(), now.toString(), limit);
    if (due.isEmpty()) {
      return 0;
    }
    Object[] arguments =
        Columns.of(due).same(now.toString()).text(d -> d.subscription.id()).arguments();
    Set<UUID> fresh =
        new HashSet<>(jdbc.query(RECORD, (row, number) -> row.getObject(1, UUID.class), arguments));
    jdbc.update(REMEMBER, arguments);
    List<Due> told = due.stream().filter(d -> fresh.contains(d.subscription.id())).toList();
    telling.tell(told.stream().map(d -> d.news(now)).toList());
    told.forEach(d ->
        meters.time(SubscriptionMetric.DUE_DELAY, Duration.between(d.reminderAt, now), "reminder"));
    return due.size();
  }

  private record Due(Instant reminderAt, Subscription subscription) {
    static Due read(ResultSet row, int number) throws SQLException {
      return new Due(
          row.getObject("reminder_at", OffsetDateTime.class).toInstant(),
          SubscriptionRow.read(row, number));
    }

    News news(Instant now) {
      Subscription reminded = subscription.next(subscription.standing());
      return new News(new SubscriptionReminderDue(now, reminded.snapshot()), "");
    }
  }
}
