package io.octroi.local;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Starts a service again when it has died, ever more slowly when it keeps dying. */
final class Supervisor implements AutoCloseable {
  private static final Duration CHECK_EACH = Duration.ofMillis(500);
  private static final int MOST_DELAY_SECONDS = 30;

  private final Collection<Service> services;
  private final Progress progress;
  private final Map<ServiceName, Integer> deaths = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, Long> restartAtNanos = new EnumMap<>(ServiceName.class);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("supervisor").daemon().factory());
  private final ScheduledFuture<?> checks;

  Supervisor(Collection<Service> services, Progress progress) {
    this.services = services;
    this.progress = progress;
    this.checks =
        timer.scheduleWithFixedDelay(
            this::check, CHECK_EACH.toMillis(), CHECK_EACH.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void check() {
    for (Service service : services) {
      if (service.isAlive()) {
        continue;
      }
      Long due = restartAtNanos.get(service.name());
      if (due == null) {
        int times = deaths.merge(service.name(), 1, Integer::sum);
        int delay = Math.min(MOST_DELAY_SECONDS, times - 1);
        restartAtNanos.put(service.name(), System.nanoTime() + TimeUnit.SECONDS.toNanos(delay));
        progress.line(
            service.name().artifact() + " has died; it is started again in " + delay + " s");
      } else if (System.nanoTime() - due >= 0) {
        restartAtNanos.remove(service.name());
        service.restart();
      }
    }
  }

  @Override
  public void close() {
    checks.cancel(false);
    timer.shutdown();
    try {
      timer.awaitTermination(CHECK_EACH.toMillis() * 4, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
