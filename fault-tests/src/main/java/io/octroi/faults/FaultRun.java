package io.octroi.faults;

import io.octroi.local.Shop.Purchase;
import io.octroi.platform.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.dao.DataAccessException;

/** Load, a fault in its middle, and the audit of what became of it. */
public final class FaultRun {
  private static final int BEFORE_THE_FAULT = 20;
  private static final Duration LOOK_EACH = Duration.ofMillis(500);

  private final Rig rig;
  private final Form form;
  private final Auditor auditor;
  private int number;

  public FaultRun(Rig rig, Form form, Auditor auditor) {
    this.rig = rig;
    this.form = form;
    this.auditor = auditor;
  }

  /** Runs one fault with what the seed decides, and waits until the system has recovered. */
  public Row run(Fault fault, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    number++;
    rig.mend();
    Load load = Load.start(rig.shop(), "run" + number + "-", Mix.drawn(random, form.burst()));
    try (load) {
      return run(fault, seed, load, random);
    } finally {
      auditor.expect(load.sent());
    }
  }

  private Row run(Fault fault, long seed, Load load, RandomGenerator random) {
    load.awaitAcknowledged(BEFORE_THE_FAULT);
    fault.strike(rig, load, random);
    long mended = System.nanoTime();
    load.end();
    List<Purchase> sent = load.sent();
    List<Purchase> acknowledged = load.acknowledged();
    Audit audit = awaitArrival(sent, acknowledged);
    Duration recovery = Duration.ofNanos(System.nanoTime() - mended);
    return new Row(
        fault.name(), seed, sent.size(), acknowledged.size(), load.answers(), audit, recovery);
  }

  /**
   * Looks until nothing acknowledged is missing and nothing is on its way; what is there too often
   * by then is not going to be mended.
   */
  private Audit awaitArrival(List<Purchase> sent, List<Purchase> acknowledged) {
    Deadline deadline = Deadline.after(Rig.PATIENCE);
    while (!hasArrived(acknowledged) && !deadline.passed()) {
      Deadline.pause(LOOK_EACH);
    }
    rig.mend();
    return auditor.audit(sent, acknowledged);
  }

  private boolean hasArrived(List<Purchase> acknowledged) {
    try {
      return auditor.arrived(acknowledged) == acknowledged.size() && auditor.isQuiet();
    } catch (DataAccessException e) {
      return false;
    }
  }
}
