package io.octroi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.octroi.local.Progress;
import io.octroi.local.Shop.Purchase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whatever breaks, what was answered 2xx is carried through, once, and nothing else is. */
class FaultsIT {
  private static final int KILL_SEEDS = 20;

  private static final List<Row> ROWS = new ArrayList<>();
  private static Rig rig;
  private static Auditor auditor;

  @BeforeAll
  static void start() {
    rig =
        Rig.start(
            Path.of(System.getProperty("octroi.faults.jars")).normalize(),
            new Progress(System.out));
    auditor = new Auditor(rig.system());
  }

  @AfterAll
  static void stop() throws IOException {
    if (rig != null) {
      rig.close();
    }
    String table = Table.of(ROWS);
    System.out.println(table);
    Files.writeString(Path.of("target", "faults.md"), table);
  }

  /** A suite that cannot fail proves nothing: harm is done in a transaction and taken back. */
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

  private static Purchase paid(String customer, long telegramUser) {
    Purchase purchase = rig.shop().buy(customer, telegramUser);
    assertThat(rig.shop().tell(purchase.event())).isTrue();
    return purchase;
  }

  @Tag("short")
  @TestFactory
  Stream<DynamicTest> nothing_acknowledged_is_lost_or_doubled() {
    FaultRun runs = new FaultRun(rig, Form.SHORT, auditor);
    long seed = Long.getLong("octroi.seed", new SecureRandom().nextInt(1_000_000));
    return Faults.shortened(Form.SHORT).stream().map(fault -> test(runs, fault, seed));
  }

  @Tag("long")
  @TestFactory
  Stream<DynamicTest> nothing_acknowledged_is_lost_or_doubled_whatever_lasts_how_long() {
    FaultRun runs = new FaultRun(rig, Form.LONG, auditor);
    Pattern only = Pattern.compile(System.getProperty("octroi.faults.only", ""));
    long seed = Long.getLong("octroi.seed", 1L);
    Fault chaos = Faults.chaos();
    return Stream.of(
            Faults.outages(Form.LONG).stream().map(fault -> new Planned(fault, seed)),
            seeds().mapToObj(each -> new Planned(chaos, each)),
            Faults.kills().stream().map(fault -> new Planned(fault, seed)))
        .flatMap(Function.identity())
        .filter(planned -> only.matcher(planned.fault().name()).find())
        .map(planned -> test(runs, planned.fault(), planned.seed()));
  }

  private record Planned(Fault fault, long seed) {}

  /** One seed where one is to be replayed. */
  private static LongStream seeds() {
    Long replayed = Long.getLong("octroi.seed");
    return replayed == null ? LongStream.rangeClosed(1, KILL_SEEDS) : LongStream.of(replayed);
  }

  private static DynamicTest test(FaultRun runs, Fault fault, long seed) {
    return DynamicTest.dynamicTest(
        fault.name() + ", seed " + seed,
        () -> {
          if (!fault.isPossible(rig)) {
            System.out.println("skipped: " + fault.name() + ": no small disk can be mounted here");
          }
          assumeThat(fault.isPossible(rig)).as("a small disk can be mounted here").isTrue();
          System.out.println("octroi.seed=" + seed + " " + fault.name());

          // When
          Row row = runs.run(fault, seed);
          ROWS.add(row);
          System.out.print(Table.line(row));

          // Then
          assertThat(row.audit().lost()).as("lost").isEmpty();
          assertThat(row.audit().doubled()).as("doubled").isEmpty();
          assertThat(row.audit().foreign()).as("foreign").isEmpty();
          assertThat(row.acknowledged()).as("told to the end").isEqualTo(row.events());
        });
  }
}
