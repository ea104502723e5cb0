package io.octroi.local.demo;

import io.octroi.local.LocalSystem;
import io.octroi.local.ServiceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets time pass on the system's one clock, a day at a time, so that each day is lived through. */
final class Passage {
  private static final Duration DAY = Duration.ofDays(1);

  /** In which the workers look at what is due. */
  private static final Duration REAL_DAY = Duration.ofMillis(150);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final List<ServiceName> WORKERS =
      List.of(ServiceName.PAYMENT_WORKER, ServiceName.SUBSCRIPTION_WORKER, ServiceName.NOTIFIER);

  private final LocalSystem system;
  private final Witness witness;
  private final Consumer<String> tell;
  private Optional<Pause> pause;
  private final Instant begin;

  Passage(LocalSystem system, Witness witness, Optional<Pause> pause, Consumer<String> tell) {
    this.system = system;
    this.witness = witness;
    this.pause = pause;
    this.tell = tell;
    this.begin = system.clock().instant();
  }

  Instant now() {
    return system.clock().instant();
  }

  /** Passes to an instant; beyond it where the workers' pause ends later. */
  void to(Instant instant) {
    Optional<Pause> due = pause.filter(p -> !begin.plus(p.after()).isAfter(instant));
    if (due.isPresent()) {
      pause = Optional.empty();
      Instant stop = begin.plus(due.get().after());
      daysAtWork(stop);
      withoutWorkers(stop.plus(due.get().length()));
    }
    daysAtWork(instant);
  }

  private void withoutWorkers(Instant until) {
    witness.awaitQuiet();
    WORKERS.forEach(worker -> system.service(worker).stop(STOP_PATIENCE));
    tell.accept("The workers are stopped. The gateway goes on.");
    while (now().isBefore(until)) {
      day(until);
    }
    WORKERS.forEach(worker -> system.service(worker).restart());
    system.awaitReady();
    tell.accept("The workers run again.");
  }

  /**
   * Never while something is on its way: to whoever sends it, a day would have passed meanwhile.
   */
  private void daysAtWork(Instant until) {
    while (now().isBefore(until)) {
      witness.awaitQuiet();
      day(until);
    }
  }

  private void day(Instant until) {
    Duration left = Duration.between(now(), until);
    if (left.isPositive()) {
      system.clock().advance(left.compareTo(DAY) < 0 ? left : DAY);
    }
    witness.pause(REAL_DAY);
  }
}
