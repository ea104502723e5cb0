package io.octroi.subscription.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.removal.Grace;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class DueQueryPlanIT extends RunningWorker {
  /** {@code -Doctroi.plan.rows=1000000} looks at more. */
  private static final int ROWS = Integer.getInteger("octroi.plan.rows", 200_000);

  private static final Logger LOG = LoggerFactory.getLogger(DueQueryPlanIT.class);
  private static final String MANY =
      """
      insert into subscriptions
        (subscription_id, customer_id, family, version, status, plan_code, starts_at, ends_at,
         reminder_at, reminded_for, created_at, updated_at)
      select gen_random_uuid(), 'plan-' || i, 'signaux', 1,
             case when i % 10 = 0 then 'active' else 'expired' end, 'signaux-monthly',
             ?::timestamptz, ?::timestamptz + i * interval '1 minute',
             case when i % 10 = 0 then ?::timestamptz + i * interval '1 minute' end, null,
             ?::timestamptz, ?::timestamptz
        from generate_series(1, ?::int) i
      """;

  @Test
  void what_is_due_to_end_is_found_by_its_index() {
    assertThat(plan(Expiries.DUE, now().toString(), new String[] {"other"}, true, 50))
        .contains("subscriptions_due_to_end")
        .doesNotContain("Seq Scan")
        .doesNotContain("Sort");
  }

  @Test
  void what_is_due_to_be_reminded_of_is_found_by_its_index() {
    assertThat(plan(Reminders.DUE, now().toString(), now().toString(), 50))
        .contains("subscriptions_due_to_remind")
        .doesNotContain("Seq Scan")
        .doesNotContain("Sort");
  }

  @Test
  void whose_grace_is_over_is_found_by_its_index() {
    assertThat(plan(Grace.DUE, now().toString(), 50))
        .contains("subscriptions_due_for_grace")
        .doesNotContain("Seq Scan")
        .doesNotContain("Sort");
  }

  private String plan(String query, Object... arguments) {
    String plan =
        transactions.execute(status -> {
          status.setRollbackOnly();
          String now = now().toString();
          jdbc.update(MANY, now, now, now, now, now, ROWS);
          jdbc.execute("analyze subscriptions");
          return jdbc
              .queryForList("explain (analyze, buffers) " + query, String.class, arguments)
              .stream()
              .map(String::valueOf)
              .collect(Collectors.joining("\n"));
        });
    LOG.atInfo().addKeyValue("rows", ROWS).log(plan);
    return String.valueOf(plan);
  }
}
