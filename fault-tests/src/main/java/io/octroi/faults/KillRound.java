package io.octroi.faults;

import io.octroi.faults.KillPlan.Deaths;
import io.octroi.faults.KillPlan.Fall;
import io.octroi.local.Service;
import io.octroi.platform.process.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * All processes die at the same time, each as often as it can in different ways, as the seed says.
 * A service that is started again is started so that it ends at its next line: each death costs one
 * start.
 */
final class KillRound implements Fault {
  private static final String HALT_AT = "-Doctroi.faults.halt-at=";

  private final String name;
  private final int mostPoints;

  /**
   * @param mostPoints at how many of its lines a service ends, at most
   */
  KillRound(String name, int mostPoints) {
    this.name = name;
    this.mostPoints = mostPoints;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void strike(Rig rig, Load load, RandomGenerator random) {
    KillPlan plan = KillPlan.drawn(random, mostPoints);
    Semaphore deaths = new Semaphore(0);
    List<Callable<Object>> killers = new ArrayList<>();
    plan.services()
        .forEach((service, ways) ->
            killers.add(Executors.callable(() -> kill(rig, rig.service(service), ways, deaths))));
    killers.add(Executors.callable(() -> fell(rig, plan.foundations(), deaths)));
    List<Throwable> failures;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      failures =
          threads.invokeAll(killers).stream()
              .filter(killer -> killer.state() == Future.State.FAILED)
              .map(Future::exceptionNow)
              .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while killing", e);
    }
    if (!failures.isEmpty()) {
      IllegalStateException failure =
          new IllegalStateException("not killed as planned: " + plan + ", but " + failures);
      // All of them: the first to be told may only have waited for what another did not do.
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private static void kill(Rig rig, Service service, Deaths ways, Semaphore deaths) {
    Deadline.pause(ways.moment());
    service.kill();
    deaths.release();
    for (String point : ways.points()) {
      awaitEnd(service, point);
      deaths.release();
    }
    rig.revive(service);
  }

  /** A service that could not even start, because what it stands on was away, is started again. */
  private static void awaitEnd(Service service, String point) {
    List<String> armed = List.of(HALT_AT + point);
    service.restart(armed);
    Await.until(
        service.name().artifact() + " to end at " + point,
        Rig.PATIENCE,
        () -> {
          if (service.isAlive() || service.wasKilled()) {
            return service.wasKilled();
          }
          service.restart(armed);
          return false;
        });
  }

  private static void fell(Rig rig, List<Fall> falls, Semaphore deaths) {
    for (Fall fall : falls) {
      try {
        if (!deaths.tryAcquire(fall.deaths(), Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IllegalStateException("waited in vain for " + fall);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + fall, e);
      }
      fall.foundation().killAndRestart(rig);
    }
  }
}
