package io.octroi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.octroi.local.Shop.Purchase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Whatever breaks, what was answered 2xx is carried through, once, and nothing else is. What the
 * auditor says counts only if it can see, so that comes first.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
  private static final int KILL_ROUNDS = 20;

  private static final Report REPORT = new Report(System.out, Path.of("target", "faults.md"));
  private static Rig rig;
  private static Auditor auditor;

  @BeforeAll
  static void start() {
    rig =
        Rig.start(Path.of(System.getProperty("octroi.faults.jars")).normalize(), REPORT.progress());
    auditor = new Auditor(rig.system());
  }

  @AfterAll
  static void stop() {
    if (rig != null) {
      rig.close();
    }
    REPORT.close();
  }

  /** A suite that cannot fail proves nothing: harm is done in a transaction and taken back. */
  @Order(1)
  @Tag("short")
  @Tag("long")
  @Test
  void the_auditor_sees_what_is_lost_and_what_is_doubled() throws SQLException {
    // Given
    List<Purchase> purchases = List.of(paid("audited-a", 1), paid("audited-b", 2));
    Await.until("two payments", Rig.PATIENCE, () -> auditor.arrived(purchases) == 2);
    try (Connection harmful = rig.system().database().superuser().getConnection()) {
      harmful.setAutoCommit(false);
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(harmful, true));
      Auditor harmed = auditor.over(jdbc);
      assertThat(harmed.audit(purchases, purchases).isClean()).isTrue();

      // When
      jdbc.sql("set local session_replication_role = replica").update();
      jdbc.sql("delete from payments.ledger where event_id = ?")
          .param(purchases.getFirst().event().id())
          .update();
      jdbc.sql("update notifier.notifications set customer_id = ? where customer_id = ?")
          .params("audited-a", "audited-b")
          .update();

      // Then
      Audit audit = harmed.audit(purchases, purchases);
      assertThat(audit.lost()).contains("audited-a: no webhook", "audited-b: no notification");
      assertThat(audit.doubled()).contains("audited-a: 2 times notification");
      assertThat(audit.foreign()).containsExactly("1 payments without a webhook");
      harmful.rollback();
    }
    assertThat(auditor.audit(purchases, purchases).isClean()).isTrue();
  }

  /** What sums cannot tell: one thing too many and another too few, and what is there but wrong. */
  @Order(1)
  @Tag("short")
  @Tag("long")
  @Test
  void the_auditor_sees_what_is_there_for_nobody_and_what_is_too_short() throws SQLException {
    // Given
    List<Purchase> purchases = List.of(paid("audited-c", 3), paid("audited-d", 4));
    Await.until("two payments", Rig.PATIENCE, () -> auditor.arrived(purchases) == 2);
    try (Connection harmful = rig.system().database().superuser().getConnection()) {
      harmful.setAutoCommit(false);
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(harmful, true));
      Auditor harmed = auditor.over(jdbc);
      assertThat(harmed.audit(purchases, purchases).isClean()).isTrue();

      // When
      jdbc.sql("set local session_replication_role = replica").update();
      jdbc.sql("delete from payments.payments where customer_id = 'audited-c'").update();
      jdbc.sql(
              "insert into payments.payments (id, version, published, provider, reference,"
                  + " reference_kind, endpoint, matched, currencies_differ, status, customer_id,"
                  + " created_at, updated_at) values (gen_random_uuid(), 1, false, 'stripe',"
                  + " 'pi_invented', 'payment', 'stripe', true, false, 'failed', 'stranger',"
                  + " now(), now())")
          .update();
      jdbc.sql(
              "update subscriptions.subscriptions set ends_at = ends_at - interval '1 day'"
                  + " where customer_id = 'audited-d'")
          .update();

      // Then
      Audit audit = harmed.audit(purchases, purchases);
      assertThat(audit.lost())
          .containsExactlyInAnyOrder(
              "audited-c: no payment",
              "audited-c: no succeeded payment",
              "audited-d: no active subscription");
      assertThat(audit.foreign())
          .containsExactly("1 payments without a webhook", "1 rows about nobody who paid");
      harmful.rollback();
    }
    assertThat(auditor.audit(purchases, purchases).isClean()).isTrue();
  }

  /** An attempt that was told to wait sent nothing, and excuses nothing that was sent twice. */
  @Order(1)
  @Tag("short")
  @Tag("long")
  @Test
  void the_auditor_excuses_no_repeat_by_an_attempt_that_sent_nothing() throws SQLException {
    // Given
    Purchase purchase = paid("audited-e", 5);
    List<Purchase> purchases = List.of(purchase);
    Await.until("a payment", Rig.PATIENCE, () -> auditor.arrived(purchases) == 1);
    try (Connection harmful = rig.system().database().superuser().getConnection()) {
      harmful.setAutoCommit(false);
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(harmful, true));

      // When
      jdbc.sql(
              "insert into notifier.delivery_attempts (delivery_id, attempt, started_at,"
                  + " finished_at, outcome, code) select id, n, now(), now(), 'retry_later',"
                  + " told.code from notifier.deliveries, (values (90, 'too_many_requests'), (91,"
                  + " 'smtp_connection_lost')) told (n, code) where customer_id = 'audited-e' and"
                  + " action = 'email'")
          .update();

      // Then
      assertThat(new Queries(jdbc, List.of("audited-e")).unseen("email"))
          .containsOnly(entry("audited-e", 1L));
      harmful.rollback();
    }
    assertThat(auditor.audit(purchases, purchases).isClean()).isTrue();
  }

  private static Purchase paid(String customer, long telegramUser) {
    Purchase purchase = rig.shop().buy(customer, telegramUser);
    assertThat(rig.shop().tell(purchase.event())).isTrue();
    return purchase;
  }

  @Order(2)
  @Tag("short")
  @TestFactory
  Stream<DynamicTest> nothing_acknowledged_is_lost_or_doubled() {
    FaultRun runs = new FaultRun(rig, Form.SHORT, auditor);
    long seed = Long.getLong("octroi.seed", new SecureRandom().nextInt(1_000_000));
    return Faults.shortened(Form.SHORT).stream().map(fault -> test(runs, fault, seed));
  }

  @Order(3)
  @Tag("long")
  @TestFactory
  Stream<DynamicTest> nothing_acknowledged_is_lost_or_doubled_whatever_lasts_how_long() {
    FaultRun runs = new FaultRun(rig, Form.LONG, auditor);
    Pattern only = Pattern.compile(System.getProperty("octroi.faults.only", ""));
    long seed = Long.getLong("octroi.seed", 1L);
    return Stream.concat(
            Faults.outages(Form.LONG).stream().map(fault -> new Planned(fault, seed)),
            killSeeds().mapToObj(each -> new Planned(Faults.kills(), each)))
        .filter(planned -> only.matcher(planned.fault().name()).find())
        .map(planned -> test(runs, planned.fault(), planned.seed()));
  }

  private record Planned(Fault fault, long seed) {}

  /**
   * One seed where one is to be replayed; the later ones where a run goes on that was broken off.
   */
  private static LongStream killSeeds() {
    Long replayed = Long.getLong("octroi.seed");
    long first = Long.getLong("octroi.faults.first-seed", 1L);
    return replayed == null ? LongStream.rangeClosed(first, KILL_ROUNDS) : LongStream.of(replayed);
  }

  private static DynamicTest test(FaultRun runs, Fault fault, long seed) {
    return DynamicTest.dynamicTest(
        fault.name() + ", seed " + seed,
        () -> {
          if (!fault.isPossible(rig)) {
            REPORT.skipped(fault, "no small disk can be mounted here");
          }
          assumeThat(fault.isPossible(rig)).as("a small disk can be mounted here").isTrue();
          REPORT.begins(fault, seed);

          // When
          Row row = runs.run(fault, seed);
          REPORT.ended(row);

          // Then
          assertThat(row.audit().lost()).as("lost").isEmpty();
          assertThat(row.audit().doubled()).as("doubled").isEmpty();
          assertThat(row.audit().foreign()).as("foreign").isEmpty();
          assertThat(row.acknowledged()).as("told to the end").isEqualTo(row.events());
        });
  }
}
