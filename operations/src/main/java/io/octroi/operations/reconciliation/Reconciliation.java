package io.octroi.operations.reconciliation;

import io.octroi.contracts.EventIds;
import io.octroi.operations.finding.Findings;
import io.octroi.operations.lock.DatabaseLock;
import io.octroi.operations.reconciliation.Run.Checked;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs all checks one after the other, on time or when asked, one run at a time. */
class Reconciliation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

  private final List<Check> checks;
  private final Findings findings;
  private final DatabaseLock lock;
  private final Clock clock;
  private final int maxFindings;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("reconciliation").factory());
  private final AtomicReference<Optional<Run>> last = new AtomicReference<>(Optional.empty());

  Reconciliation(
      List<Check> checks, Findings findings, DatabaseLock lock, Clock clock, int maxFindings) {
    this.checks = List.copyOf(checks);
    this.findings = findings;
    this.lock = lock;
    this.clock = clock;
    this.maxFindings = maxFindings;
  }

  @Scheduled(
      fixedDelayString = "${octroi.operations.reconciliation.interval:6h}",
      initialDelayString = "${octroi.operations.reconciliation.interval:6h}")
  void onTime() {
    begin();
  }

  /** Begins a run; empty while another one goes on in this process. */
  Optional<Run> begin() {
    Optional<Run> before = last.get();
    if (before.isPresent() && before.get().isRunning()) {
      return Optional.empty();
    }
    Run run = new Run(EventIds.next(clock.instant()), clock.instant());
    if (!last.compareAndSet(before, Optional.of(run))) {
      return Optional.empty();
    }
    worker.execute(() -> work(run));
    return Optional.of(run);
  }

  /** The one that goes on, or the last one since this process began. */
  Optional<Run> last() {
    return last.get();
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private void work(Run run) {
    try {
      boolean done =
          lock.holding(
                  () -> {
                    checks.forEach(check -> run.checked(checked(check)));
                    return true;
                  })
              .orElse(false);
      run.ended(clock.instant(), done ? "" : "another_process_reconciles");
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("The records could not be reconciled");
      run.ended(clock.instant(), "failed");
    } finally {
      run.ended(clock.instant(), "aborted");
    }
  }

  private Checked checked(Check check) {
    Discrepancies discrepancies = new Discrepancies(findings, maxFindings);
    try {
      long lookedAt = check.run(discrepancies);
      discrepancies.settle(check.conditions());
      LOG.atInfo()
          .addKeyValue(LogKeys.CHECK, check.name())
          .addKeyValue(LogKeys.LOOKED_AT, lookedAt)
          .addKeyValue(LogKeys.FINDINGS, discrepancies.found())
          .log("Two records of the same things were compared");
      return new Checked(check.name(), lookedAt, discrepancies.found(), null);
    } catch (CheckFailedException e) {
      return failed(check, discrepancies, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      return failed(check, discrepancies, "failed", e);
    }
  }

  private static Checked failed(
      Check check, Discrepancies discrepancies, String code, RuntimeException cause) {
    LOG.atWarn()
        .addKeyValue(LogKeys.CHECK, check.name())
        .addKeyValue(LogKeys.REASON, code)
        .setCause(cause)
        .log("Two records could not be compared; what was found before stays");
    return new Checked(check.name(), 0, discrepancies.found(), code);
  }
}
