package io.octroi.subscription.due;

import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.subscription.batch.Columns;
import io.octroi.subscription.subscription.Standing;
import io.octroi.subscription.subscription.Subscription;
import io.octroi.subscription.subscription.SubscriptionRow;
import io.octroi.subscription.subscription.Telling;
import io.octroi.subscription.subscription.Telling.News;
import io.octroi.subscription.telemetry.LogKeys;
import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends subscriptions whose last period is over. */
@Component
class Expiries {
  /** Rows that another instance is ending, or that a payment is changing, are passed over. */
  static final String DUE =
      "select "
          + SubscriptionRow.COLUMNS
          + """
            from subscriptions
           where status = 'active' and ends_at <= ?::timestamptz
           order by ends_at, subscription_id
           limit ?
             for update skip locked
          """;

  static final String END_PASSED = "end_passed";

  private static final String DROP_REMINDERS =
      """
      insert into reminders (subscription_id, ends_at, outcome, reason, decided_at)
      select subscription_id, ends_at, 'dropped', ?, ?::timestamptz
        from subscriptions
       where subscription_id = any(?::uuid[])
         and reminder_at is not null and reminded_for is distinct from ends_at
      on conflict do nothing
      """;

  private static final String EXPIRE =
      """
      update subscriptions
         set status = 'expired', version = version + 1, reminder_at = null,
             updated_at = ?::timestamptz
       where subscription_id = any(?::uuid[])
      """;

  private static final Logger LOG = LoggerFactory.getLogger(Expiries.class);

  private final JdbcTemplate jdbc;
  private final Telling telling;
  private final Meters meters;

  Expiries(JdbcTemplate jdbc, Telling telling, Meters meters) {
    this.jdbc = jdbc;
    this.telling = telling;
    this.meters = meters;
  }

  /**
   * Ends what is due in one transaction, the longest overdue first.
   *
   * @param limit how many at most
   * @return how many were ended
   */
  @Transactional
  public int expire(Instant now, int limit) {
    List<Subscription> due = jdbc.query(DUE, SubscriptionRow::read, now.toString(), limit);
    if (!due.isEmpty()) {
      end(due, now);
    }
    return due.size();
  }

  private void end(List<Subscription> due, Instant now) {
    int dropped =
        jdbc.update(
            DROP_REMINDERS,
            Columns.of(due)
                .value(END_PASSED)
                .value(now.toString())
                .column(Subscription::id)
                .arguments());
    jdbc.update(EXPIRE, Columns.of(due).value(now.toString()).column(Subscription::id).arguments());
    telling.tell(due.stream().map(subscription -> news(subscription, now)).toList());
    due.forEach(subscription -> measure(subscription, now));
    if (dropped > 0) {
      meters.count(Metric.REMINDERS_DROPPED, "reason", END_PASSED, dropped);
      LOG.atWarn()
          .addKeyValue(LogKeys.COUNT, dropped)
          .addKeyValue(LogKeys.REASON, END_PASSED)
          .log("Reminders were dropped because their end had passed");
    }
  }

  private static News news(Subscription subscription, Instant now) {
    return new News(
        new SubscriptionExpired(
            now, subscription.expired().snapshot(), SubscriptionExpired.Reason.PERIOD_OVER),
        "");
  }

  private void measure(Subscription subscription, Instant now) {
    if (subscription.standing() instanceof Standing.Active active) {
      meters.time(Metric.DUE_DELAY, "expiry", Duration.between(active.span().endsAt(), now));
    }
  }
}
