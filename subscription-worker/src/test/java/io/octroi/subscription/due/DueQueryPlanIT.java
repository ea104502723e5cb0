package io.octroi.subscription.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.removal.Grace;
import io.octroi.subscription.removal.RemovalGate;
import io.octroi.subscription.removal.WaitingRemovals;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a round of the clock asks costs what is due, not what there is: a million subscriptions, a
 * tenth of them active, 10,000 of these due, a tenth put out before.
 */
class DueQueryPlanIT extends RunningWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DueQueryPlanIT.class);
  private static final int ROWS = 1_000_000;
  private static final int BATCH = 500;

  /** An end a minute, so that these are the ends up to {@link #asOf}. */
  private static final int ENDED = 100_000;

  /** Blocks of 8 KiB; the table alone has 20,000. */
  private static final int MOST_BLOCKS = 3 * BATCH;

  private static final Pattern BLOCKS =
      Pattern.compile("Buffers: shared hit=([0-9]+)(?: read=([0-9]+))?");

  private static final String MANY =
      """
      insert into subscriptions
        (subscription_id, customer_id, family, version, status, plan_code, starts_at, ends_at,
         reminder_at, reminded_for, grace_until, grace_reason, created_at, updated_at)
      select uuidv7(), 'plan-' || i, 'signaux', 1, status, 'signaux-monthly', begin, ends_at,
             case status when 'active' then ends_at - interval '2 days' end,
             case when i <= ended then ends_at end,
             case when graced then begin + (ended + 5) * interval '1 minute' end,
             case when graced then 'watermark' end, begin, begin
        from (select ?::timestamptz, ?::int) p (begin, ended),
             generate_series(1, ?::int) i,
             lateral (select begin + i * interval '1 minute',
                             case when i % 10 = 0 then 'active' else 'expired' end,
                             i % 10 = 0 and i <= ended / 10) r (ends_at, status, graced)
      """;

  /** Nearly all of them before {@link #asOf}. */
  private static final String PUT_OUT =
      """
      insert into removals (subscription_id, ends_at, removed_at)
      select subscription_id, ends_at, ends_at
        from subscriptions
       where ends_at <= ?::timestamptz + interval '10 minutes'
      """;

  private static final String NOBODY_ELSE =
      """
      update subscriptions
         set status = 'expired', reminder_at = null, grace_until = null, grace_reason = null
       where status = 'active'
      """;

  @Test
  void a_round_reads_what_is_due_by_its_indexes_among_a_million() {
    Map<String, String> plans = new TreeMap<>();
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      jdbc.update(NOBODY_ELSE);
      jdbc.update(MANY, now().toString(), ENDED, ROWS);
      jdbc.update(PUT_OUT, asOf().toString());
      jdbc.execute("analyze subscriptions, removals");
      plans.putAll(plans());
    });
    jdbc.execute("vacuum subscriptions, removals");

    plans.forEach((index, plan) -> {
      LOG.atInfo().log(plan);
      assertThat(plan).contains(index).doesNotContain("Seq Scan").doesNotContain("Removed by");
      assertThat(blocks(plan)).as(plan).isLessThan(MOST_BLOCKS);
    });
  }

  private Map<String, String> plans() {
    String asOf = asOf().toString();
    String[] exceptions = {"other"};
    Map<String, String> plans = new TreeMap<>();
    plans.put("subscriptions_due_to_end", plan(Expiries.DUE, asOf, exceptions, true, BATCH));
    plans.put("subscriptions_due_to_remind", plan(Reminders.DUE, asOf, asOf, BATCH));
    plans.put("subscriptions_due_for_grace", plan(Grace.DUE, asOf, BATCH));
    plans.put("subscriptions_in_grace", plan(WaitingRemovals.BY_OBSTACLE));
    String batch = plan(RemovalGate.BATCH, asOf, BATCH + 1, asOf, exceptions, true, BATCH + 1);
    plans.put("Index Only Scan using subscriptions_due_to_end", batch);
    plans.put("removals_by_time", batch);
    plans.put(
        "Index Only Scan Backward using subscriptions_due_to_end",
        plan(RemovalGate.ACTIVE, 10 * BATCH));
    return plans;
  }

  private Instant asOf() {
    return now().plus(Duration.ofMinutes(ENDED));
  }

  private String plan(String query, Object... arguments) {
    return jdbc
        .queryForList("explain (analyze, buffers) " + query, String.class, arguments)
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }

  /** Of the whole query, which is told first. */
  private static int blocks(String plan) {
    Matcher matcher = BLOCKS.matcher(plan);
    assertThat(matcher.find()).isTrue();
    String read = matcher.group(2);
    return Integer.parseInt(matcher.group(1)) + (read == null ? 0 : Integer.parseInt(read));
  }
}
