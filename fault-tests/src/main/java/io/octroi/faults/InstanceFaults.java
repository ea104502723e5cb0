package io.octroi.faults;

import io.octroi.local.Service;
import io.octroi.local.ServiceName;
import io.octroi.local.Shop.Purchase;
import io.octroi.platform.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Two instances of one worker, one of which does not behave. */
final class InstanceFaults {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private InstanceFaults() {}

  /**
   * The only instance is stopped (SIGSTOP) amid its work, with leases, partitions and transactions
   * in its hands. Another one must take all of it over, and the first must find out when it wakes.
   */
  static Fault stopped(ServiceName worker, Duration atLeast) {
    return new NamedFault(
        worker.artifact() + " stopped for " + atLeast.toSeconds() + " s",
        (rig, load, random) -> {
          Deliveries deliveries = new Deliveries(rig.system());
          Service sleeper = rig.service(worker);
          List<String> held = stopAmidWork(sleeper, deliveries, load);
          Deadline stopped = Deadline.after(atLeast);
          List<Purchase> before = load.acknowledged();
          Service other = rig.system().startAnother(worker);
          try {
            rig.awaitReady(other);
            Auditor auditor = new Auditor(rig.system());
            Await.until(
                "the other " + worker.artifact() + " to take over",
                Rig.PATIENCE,
                () -> stopped.passed() && auditor.arrived(before) == before.size());
          } finally {
            signal("-CONT", sleeper);
          }
          // Both run for a moment: the one that woke must notice that it lost what it held.
          Deadline.pause(Duration.ofSeconds(2));
          other.stop(STOP_PATIENCE);
          if (!deliveries.recordedByWhoLostThem(held).isEmpty()) {
            throw new IllegalStateException("who woke up recorded what it held no more");
          }
        });
  }

  /**
   * Stops it, a notifier while it has deliveries under lease.
   *
   * @return those deliveries
   */
  private static List<String> stopAmidWork(Service sleeper, Deliveries deliveries, Load load) {
    if (sleeper.name() != ServiceName.NOTIFIER) {
      signal("-STOP", sleeper);
      return List.of();
    }
    load.hurry(true);
    try {
      Deadline deadline = Deadline.after(Rig.PATIENCE);
      while (true) {
        signal("-STOP", sleeper);
        List<String> held = deliveries.underLease();
        if (!held.isEmpty()) {
          return held;
        }
        signal("-CONT", sleeper);
        if (deadline.passed()) {
          throw new IllegalStateException("the notifier was never caught with a lease");
        }
        Deadline.pause(Duration.ofMillis(20));
      }
    } finally {
      load.hurry(false);
    }
  }

  /** An instance joins and leaves, in order or not, as the seed decides. */
  static Fault rebalanceStorm(ServiceName worker, int rounds) {
    return new NamedFault(
        "rebalance storm of " + worker.artifact() + ", " + rounds + " rounds",
        (rig, load, random) -> {
          for (int round = 0; round < rounds; round++) {
            Service other = rig.system().startAnother(worker);
            rig.awaitReady(other);
            Deadline.pause(Duration.ofMillis(random.nextInt(2_000)));
            if (random.nextBoolean()) {
              other.kill();
            } else {
              other.stop(STOP_PATIENCE);
            }
          }
        });
  }

  private static void signal(String signal, Service service) {
    try {
      int status =
          new ProcessBuilder("kill", signal, Long.toString(service.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill " + signal + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending a signal", e);
    }
  }
}
