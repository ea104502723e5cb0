package io.octroi.subscription.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.SubscriptionEvent;
import io.octroi.contracts.SubscriptionEvent.SubscriptionExpired;
import io.octroi.contracts.SubscriptionEvent.SubscriptionReminderDue;
import io.octroi.subscription.RunningWorker;
import io.octroi.testing.StatementCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** 10,000 subscriptions that end in the same minute. */
class ManyAtOnceIT extends RunningWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ManyAtOnceIT.class);
  private static final int MANY = 10_000;

  /** As configured for tests. */
  private static final int BATCH = 50;

  private static final String OURS = "one-of-many-%";
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  @Autowired private Releases releases;
  @Autowired private WaitingRemovals waiting;

  @BeforeEach
  void finish_what_other_tests_left() {
    jdbc.update("delete from removals");
    dueClock.runOnce();
  }

  @AfterEach
  void forget_them() {
    String ofOurs =
        " where subscription_id in"
            + " (select subscription_id from subscriptions where customer_id like ?)";
    jdbc.update("delete from removals" + ofOurs, OURS);
    jdbc.update("delete from reminders" + ofOurs, OURS);
    jdbc.update("delete from subscriptions where customer_id like ?", OURS);
    dueClock.runOnce();
    forgetAllTold();
  }

  @Test
  void each_is_reminded_once_and_ended_once_after_two_people_released_it() {
    // Given
    Instant end = now().plus(TWO_DAYS);
    begin(end);

    // When it is two days before the end of each
    pass(Duration.ofMinutes(1));
    round("10,000 reminded");

    // When all have ended
    pass(TWO_DAYS);
    round("10,000 stay");

    // Then all stay, since nobody releases so many
    assertThat(active()).isEqualTo(MANY);
    assertThat(waiting.all())
        .singleElement()
        .satisfies(w -> assertThat(w.obstacle()).isEqualTo("batch"))
        .satisfies(w -> assertThat(w.members()).isEqualTo(MANY));

    // When two people do
    Release release =
        releases.ask(
            new Releases.Request(null, MANY, now().plus(TWO_DAYS), "they all ended"),
            "ops-a",
            now());
    releases.approve(release.releaseId(), "ops-b", now());
    round("10,000 ended");

    // Then
    assertThat(active()).isZero();
    assertThat(waiting.all()).isEmpty();
    assertThat(largestTransaction()).isEqualTo(BATCH);
    await().atMost(Duration.ofMinutes(1)).until(() -> number("select count(*) from outbox") == 0);
    assertThat(tellings(SubscriptionReminderDue.class)).isEqualTo(MANY);
    assertThat(tellings(SubscriptionExpired.class)).isEqualTo(MANY);
  }

  private void begin(Instant end) {
    jdbc.update(
        """
        insert into subscriptions
          (subscription_id, customer_id, family, version, status, plan_code, starts_at, ends_at,
           reminder_at, created_at, updated_at)
        select uuidv7(), 'one-of-many-' || i, 'signaux', 1, 'active', 'signaux-monthly',
               begin, ends_at, ends_at - interval '2 days', begin, begin
          from (select ?::timestamptz, ?::timestamptz) p (begin, end_begins),
               generate_series(1, ?::int) i,
               lateral (select end_begins + i * interval '6 milliseconds') r (ends_at)
        """,
        now().toString(),
        end.toString(),
        MANY);
    jdbc.execute("analyze subscriptions");
  }

  /** Takes some statements a batch, however many it holds. */
  private void round(String what) {
    long begun = System.nanoTime();
    try (StatementCount statements = new StatementCount()) {
      dueClock.runOnce();
      LOG.atInfo()
          .addKeyValue("statements", statements.value())
          .addKeyValue("milliseconds", (System.nanoTime() - begun) / 1_000_000)
          .log(what);
      assertThat(statements.value()).isLessThan(10 * MANY / BATCH);
    }
  }

  private int active() {
    return number(
        "select count(*) from subscriptions where status = 'active' and customer_id like ?", OURS);
  }

  private int largestTransaction() {
    return number("select max(n) from (select count(*) n from removals group by xmin::text) t");
  }

  private int number(String query, Object... arguments) {
    Integer number = jdbc.queryForObject(query, Integer.class, arguments);
    return number == null ? 0 : number;
  }

  /** To how many of them it was told, to each once. */
  private static int tellings(Class<? extends SubscriptionEvent> kind) {
    int told = 0;
    for (Map.Entry<String, List<SubscriptionEvent>> customer : toldByCustomer().entrySet()) {
      if (customer.getKey().startsWith("one-of-many-")) {
        assertThat(customer.getValue()).filteredOn(kind::isInstance).hasSize(1);
        told++;
      }
    }
    return told;
  }
}
