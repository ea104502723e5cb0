package io.octroi.faults;

import io.octroi.local.ServiceName;
import java.util.List;

/** Every fault there is. */
public final class Faults {
  private Faults() {}

  /** Everything that is no kill, each once. */
  public static List<Fault> outages(Form form) {
    return List.of(
        NetworkFaults.brokerUnreachable(form.outage()),
        NetworkFaults.brokerHalfOpen(form.halfOpen()),
        NetworkFaults.databaseHalfOpen(form.halfOpen()),
        NetworkFaults.databaseRestart(),
        InstanceFaults.stopped(ServiceName.PAYMENT_WORKER, form.stopped()),
        InstanceFaults.stopped(ServiceName.SUBSCRIPTION_WORKER, form.stopped()),
        InstanceFaults.stopped(ServiceName.NOTIFIER, form.stopped()),
        InstanceFaults.rebalanceStorm(ServiceName.PAYMENT_WORKER, form.stormRounds()),
        DiskFaults.brokerDiskFull(),
        DiskFaults.databaseDiskFull(),
        SecretFaults.awayAtStart(),
        SecretFaults.awayLater());
  }

  /**
   * What every build runs: all processes die at once, each service also at one of its lines, and
   * each other kind that shortens well.
   */
  public static List<Fault> shortened(Form form) {
    return List.of(
        new KillRound("every process killed, each service at a line", 1),
        NetworkFaults.brokerUnreachable(form.outage()),
        NetworkFaults.databaseHalfOpen(form.halfOpen()),
        InstanceFaults.stopped(ServiceName.NOTIFIER, form.stopped()),
        DiskFaults.databaseDiskFull(),
        SecretFaults.awayLater());
  }

  /** All processes die at once, services also at each of their lines. */
  public static Fault kills() {
    return new KillRound("every process killed, each service at every line", Integer.MAX_VALUE);
  }
}
