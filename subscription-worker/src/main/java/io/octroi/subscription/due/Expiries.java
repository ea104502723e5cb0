package io.octroi.subscription.due;

import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.messaging.batch.Columns;
import io.octroi.runtime.log.LogKeys;
import io.octroi.subscription.removal.Armed;
import io.octroi.subscription.removal.Gate;
import io.octroi.subscription.removal.Release;
import io.octroi.subscription.removal.Releases;
import io.octroi.subscription.removal.RemovalGate;
import io.octroi.subscription.removal.Removals;
import io.octroi.subscription.subscription.Standing;
import io.octroi.subscription.subscription.Subscription;
import io.octroi.subscription.subscription.SubscriptionRow;
import io.octroi.subscription.subscription.Telling;
import io.octroi.subscription.subscription.Telling.News;
import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
             and (family = any(?::text[])) <> ?
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
             grace_until = null, grace_reason = null, updated_at = ?::timestamptz
       where subscription_id = any(?::uuid[])
      """;

  private static final Logger LOG = LoggerFactory.getLogger(Expiries.class);

  private final JdbcTemplate jdbc;
  private final RemovalGate gate;
  private final Releases releases;
  private final Removals removals;
  private final Telling telling;
  private final Meters meters;

  Expiries(
      JdbcTemplate jdbc,
      RemovalGate gate,
      Releases releases,
      Removals removals,
      Telling telling,
      Meters meters) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.releases = releases;
    this.removals = removals;
    this.telling = telling;
    this.meters = meters;
  }

  /**
   * Ends what is due and may be ended in one transaction, the longest overdue first.
   *
   * @param limit how many at most
   * @return how many were ended
   */
  @Transactional
  public int expire(Instant now, int limit) {
    Gate state = gate.look(now);
    if (!state.open()) {
      return 0;
    }
    List<Subscription> due = due(state.cutoff(), state.armed(), limit);
    if (!due.isEmpty()) {
      end(due, now);
      removals.record(due, now, null);
    }
    return due.size();
  }

  /**
   * Ends in one transaction what a release lets be ended whatever stands in the way.
   *
   * @param limit how many at most
   * @return how many were ended
   */
  @Transactional
  public int expireReleased(Instant now, int limit) {
    List<UUID> idle = new ArrayList<>();
    Optional<Release> release = releases.claim(now, idle);
    while (release.isPresent()) {
      List<Subscription> due = due(release.get(), limit);
      if (!due.isEmpty()) {
        end(due, now);
        removals.record(due, now, release.get().releaseId());
        releases.use(release.get(), due.size());
        meters.count(SubscriptionMetric.REMOVALS_RELEASED, due.size());
        LOG.atWarn()
            .addKeyValue(LogKeys.RELEASE_ID, release.get().releaseId())
            .addKeyValue(LogKeys.COUNT, due.size())
            .log("Members were put out by a release");
        return due.size();
      }
      idle.add(release.get().releaseId());
      release = releases.claim(now, idle);
    }
    return 0;
  }

  /** Those whose time was over when the release was asked for. */
  private List<Subscription> due(Release release, int limit) {
    String family = release.family();
    Armed scope = family == null ? new Armed(true, List.of()) : new Armed(false, List.of(family));
    return due(release.requestedAt(), scope, Math.min(limit, release.left()));
  }

  private List<Subscription> due(Instant until, Armed families, int limit) {
    return jdbc.query(
        DUE,
        SubscriptionRow::read,
        until.toString(),
        families.exceptionArray(),
        families.byDefault(),
        limit);
  }

  private void end(List<Subscription> due, Instant now) {
    int dropped =
        jdbc.update(
            DROP_REMINDERS,
            Columns.of(due)
                .same(END_PASSED)
                .same(now.toString())
                .text(Subscription::id)
                .arguments());
    jdbc.update(EXPIRE, Columns.of(due).same(now.toString()).text(Subscription::id).arguments());
    telling.tell(due.stream().map(subscription -> news(subscription, now)).toList());
    due.forEach(subscription -> measure(subscription, now));
    if (dropped > 0) {
      meters.count(SubscriptionMetric.REMINDERS_DROPPED, dropped, END_PASSED);
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
      meters.time(
          SubscriptionMetric.DUE_DELAY, Duration.between(active.span().endsAt(), now), "expiry");
    }
  }
}
