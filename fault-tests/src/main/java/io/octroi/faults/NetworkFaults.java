package io.octroi.faults;

import io.octroi.platform.process.Deadline;
import java.time.Duration;

/** The network between the services and what they stand on. */
final class NetworkFaults {
  private NetworkFaults() {}

  /** Connections to the broker are reset and refused. The gateway must say so with a 503. */
  static Fault brokerUnreachable(Duration outage) {
    return new NamedFault(
        "broker unreachable for " + outage.toSeconds() + " s",
        (rig, load, random) -> {
          rig.brokerProxy().refuse();
          Deadline.pause(outage);
          require503(load);
          rig.brokerProxy().forward();
        });
  }

  /** The broker says nothing, and its connections stay open. */
  static Fault brokerHalfOpen(Duration outage) {
    return new NamedFault(
        "half-open TCP to the broker for " + outage.toSeconds() + " s",
        (rig, load, random) -> {
          rig.brokerProxy().swallow();
          Deadline.pause(outage);
          rig.brokerProxy().forward();
        });
  }

  /** The database says nothing, its connections stay open, and so do the transactions on them. */
  static Fault databaseHalfOpen(Duration outage) {
    return new NamedFault(
        "half-open TCP to the database for " + outage.toSeconds() + " s",
        (rig, load, random) -> {
          rig.databaseProxy().swallow();
          Deadline.pause(outage);
          rig.databaseProxy().forward();
        });
  }

  /** Stopped and started in order, while workers hold transactions open. */
  static Fault databaseRestart() {
    return new NamedFault(
        "database restarted", (rig, load, random) -> rig.system().database().restart());
  }

  private static void require503(Load load) {
    if (load.answers().getOrDefault(503, 0L) == 0) {
      throw new IllegalStateException(
          "the gateway did not answer 503 while the broker was away, but " + load.answers());
    }
  }
}
