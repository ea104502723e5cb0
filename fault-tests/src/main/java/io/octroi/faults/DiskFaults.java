package io.octroi.faults;

import io.octroi.platform.process.Deadline;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No byte is left on a disk. */
final class DiskFaults {
  private static final Duration FULL_FOR = Duration.ofSeconds(5);

  private DiskFaults() {}

  /** The broker ends when it cannot write; it is started again when there is room. */
  static Fault brokerDiskFull() {
    return new NamedFault(
        "disk full under the broker",
        (rig, load, random) -> {
          SmallDisk disk = rig.brokerDisk().orElseThrow();
          disk.fill();
          try {
            Await.until(
                "the broker to notice that its disk is full",
                Rig.PATIENCE,
                () -> !rig.system().broker().isAlive() || load.answers().containsKey(503));
            Deadline.pause(FULL_FOR);
          } finally {
            disk.empty();
          }
          rig.restartBroker();
        },
        rig -> rig.brokerDisk().isPresent());
  }

  /**
   * The payment-worker's ledger and outbox cannot grow. The gateway must go on accepting, and the
   * worker by itself, when there is room again.
   */
  static Fault databaseDiskFull() {
    return new NamedFault(
        "disk full under ledger and outbox",
        (rig, load, random) -> {
          SmallDisk disk = rig.databaseDisk().orElseThrow();
          JdbcClient jdbc = JdbcClient.create(rig.system().database().superuser());
          moveTables(jdbc, disk);
          disk.fill();
          try {
            awaitStandstill(new Auditor(rig.system()));
            int before = load.acknowledged().size();
            Deadline.pause(FULL_FOR);
            if (load.acknowledged().size() == before) {
              throw new IllegalStateException("the gateway stopped accepting with the database");
            }
          } finally {
            disk.empty();
          }
        },
        rig -> rig.databaseDisk().isPresent());
  }

  private static void awaitStandstill(Auditor auditor) {
    long[] rows = {-1};
    Await.until(
        "the ledger to stand still",
        Rig.PATIENCE,
        () -> {
          long now = auditor.ledgerRows();
          boolean still = now == rows[0];
          rows[0] = now;
          Deadline.pause(Duration.ofSeconds(2));
          return still;
        });
  }

  private static void moveTables(JdbcClient jdbc, SmallDisk disk) {
    int known =
        jdbc.sql("select count(*) from pg_tablespace where spcname = 'small'")
            .query(Integer.class)
            .single();
    if (known == 0) {
      jdbc.sql("create tablespace small location '" + disk.directory() + "'").update();
      jdbc.sql("grant create on tablespace small to payment_worker").update();
    }
    for (String table : new String[] {"ledger", "outbox", "inbox"}) {
      jdbc.sql("alter table payments." + table + " set tablespace small").update();
    }
  }
}
