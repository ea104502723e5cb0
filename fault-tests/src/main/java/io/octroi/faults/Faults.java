package io.octroi.faults;

import io.octroi.faults.Kills.Victim;
import io.octroi.local.ServiceName;
import io.octroi.platform.process.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Every fault there is. */
public final class Faults {
  private static final List<String> CONSUMING = List.of("before-commit", "after-commit");
  private static final String AFTER_PUBLISH = "after-publish";
  private static final String MID_DELIVERY = "mid-delivery";
  private static final List<ServiceName> WORKERS =
      List.of(ServiceName.PAYMENT_WORKER, ServiceName.SUBSCRIPTION_WORKER, ServiceName.NOTIFIER);

  private Faults() {}

  /** Each process killed at any moment, each worker at each of its named lines. */
  static List<Fault> kills() {
    List<Fault> faults = new ArrayList<>();
    for (Victim victim : Victim.values()) {
      faults.add(Kills.anyMoment(victim));
    }
    for (ServiceName worker : WORKERS) {
      pointsOf(worker).forEach(point -> faults.add(Kills.at(worker, point)));
    }
    return faults;
  }

  /** Everything that is no kill, each once. */
  static List<Fault> outages(Form form) {
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
   * What every build runs: all workers end at a named line at once, then gateway, broker and
   * database are killed, and each other kind that shortens well.
   */
  public static List<Fault> shortened(Form form) {
    return List.of(
        chaos(),
        NetworkFaults.brokerUnreachable(form.outage()),
        NetworkFaults.databaseHalfOpen(form.halfOpen()),
        InstanceFaults.stopped(ServiceName.NOTIFIER, form.stopped()),
        DiskFaults.databaseDiskFull(),
        SecretFaults.awayLater());
  }

  /**
   * All three workers end at lines that the seed picks, while gateway, broker and database are
   * killed in an order and at moments that it picks, too.
   */
  public static Fault chaos() {
    return new NamedFault(
        "all workers end at named points; gateway, broker, database killed",
        (rig, load, random) -> {
          List<String> points = WORKERS.stream().map(worker -> pick(worker, random)).toList();
          Kills.atOnce(rig, WORKERS, points, random);
          List<Victim> victims =
              new ArrayList<>(List.of(Victim.GATEWAY, Victim.BROKER, Victim.DATABASE));
          Collections.shuffle(victims, Random.from(random));
          for (Victim victim : victims) {
            Deadline.pause(Duration.ofMillis(random.nextInt(1_500)));
            victim.killAndRestart(rig.system());
          }
        });
  }

  private static String pick(ServiceName worker, RandomGenerator random) {
    List<String> points = pointsOf(worker);
    return points.get(random.nextInt(points.size()));
  }

  private static List<String> pointsOf(ServiceName worker) {
    return Stream.concat(
            CONSUMING.stream(),
            Stream.of(worker == ServiceName.NOTIFIER ? MID_DELIVERY : AFTER_PUBLISH))
        .toList();
  }
}
