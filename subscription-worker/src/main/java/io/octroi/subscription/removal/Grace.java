package io.octroi.subscription.removal;

import io.octroi.subscription.telemetry.Meters;
import io.octroi.subscription.telemetry.SubscriptionMetric;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets members stay whose time is over and who may not be put out: a step at a time and with the
 * reason. Nobody is told, since nothing changes for anybody.
 */
@Component
public class Grace {
  /** Whose end or grace is over; the parameters are now and how many at most. */
  public static final String DUE =
      """
      select subscription_id from subscriptions
       where status = 'active' and greatest(ends_at, grace_until) <= ?::timestamptz
       order by greatest(ends_at, grace_until), subscription_id
       limit ?
         for update skip locked
      """;

  private static final String EXTEND =
      "with due as ("
          + DUE
          + """
          )
          update subscriptions s
             set grace_until = ?::timestamptz, updated_at = ?::timestamptz,
                 grace_reason = case when (family = any(?::text[])) = ? then ?
                                     when ends_at > ?::timestamptz then ?
                                     else ? end
            from due where s.subscription_id = due.subscription_id
          """;

  private final JdbcTemplate jdbc;
  private final RemovalGate gate;
  private final Meters meters;
  private final RemovalProperties settings;

  Grace(JdbcTemplate jdbc, RemovalGate gate, Meters meters, RemovalProperties settings) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.meters = meters;
    this.settings = settings;
  }

  /**
   * Extends grace in one transaction, the longest overdue first. To be called when everybody has
   * been put out who may be.
   *
   * @param limit how many at most
   * @return of how many it was extended
   */
  @Transactional
  public int extend(Instant now, int limit) {
    Gate state = gate.look(now);
    int extended =
        jdbc.update(
            EXTEND,
            now.toString(),
            limit,
            now.plus(settings.graceStep()).toString(),
            now.toString(),
            state.armed().exceptionArray(),
            state.armed().byDefault(),
            Obstacle.NOT_ARMED.code(),
            state.cutoff().toString(),
            Obstacle.WATERMARK.code(),
            Obstacle.BATCH.code());
    if (extended > 0) {
      meters.count(SubscriptionMetric.GRACE_EXTENSIONS, extended);
    }
    return extended;
  }
}
