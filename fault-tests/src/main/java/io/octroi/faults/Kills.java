package io.octroi.faults;

import io.octroi.local.LocalSystem;
import io.octroi.local.Service;
import io.octroi.local.ServiceName;
import io.octroi.platform.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Ends processes as a power cut would, wherever they are or at a named line. */
final class Kills {
  private static final int LONGEST_WAIT_MILLIS = 1_000;
  private static final int LATEST_PASSING = 4;
  private static final String HALT_AT = "-Doctroi.faults.halt-at=";
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private Kills() {}

  /** What can be killed at any moment. */
  enum Victim {
    GATEWAY,
    PAYMENT_WORKER,
    SUBSCRIPTION_WORKER,
    NOTIFIER,
    BROKER,
    DATABASE;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void killAndRestart(LocalSystem system) {
      switch (this) {
        case BROKER -> {
          system.broker().kill();
          system.broker().restart();
        }
        case DATABASE -> {
          system.database().kill();
          system.database().restart();
        }
        case GATEWAY, PAYMENT_WORKER, SUBSCRIPTION_WORKER, NOTIFIER -> {
          Service service = system.service(ServiceName.valueOf(name()));
          service.kill();
          service.restart();
        }
      }
    }
  }

  /** kill -9 at a moment that the seed picks, and an immediate restart. */
  static Fault anyMoment(Victim victim) {
    return new NamedFault(
        "kill -9 " + victim.words(),
        (rig, load, random) -> {
          Deadline.pause(Duration.ofMillis(random.nextInt(LONGEST_WAIT_MILLIS)));
          victim.killAndRestart(rig.system());
        });
  }

  /** Ends a worker at a named line, at the passing of it that the seed picks. */
  static Fault at(ServiceName worker, String point) {
    return new NamedFault(
        worker.artifact() + " ends " + point,
        (rig, load, random) -> {
          Service service = rig.service(worker);
          arm(service, point, random);
          mend(service);
        });
  }

  /** The same, of several workers at once. */
  static void atOnce(
      Rig rig, List<ServiceName> workers, List<String> points, RandomGenerator random) {
    for (int i = 0; i < workers.size(); i++) {
      arm(rig.service(workers.get(i)), points.get(i), random);
    }
    workers.forEach(worker -> mend(rig.service(worker)));
  }

  private static void arm(Service service, String point, RandomGenerator random) {
    service.stop(STOP_PATIENCE);
    service.restart(List.of(HALT_AT + point + ":" + (1 + random.nextInt(LATEST_PASSING))));
  }

  private static void mend(Service service) {
    Await.until(
        service.name().artifact() + " to end at its point", Rig.PATIENCE, () -> !service.isAlive());
    service.restart();
  }
}
