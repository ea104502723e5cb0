package io.octroi.payment.rebuild;

import io.octroi.contracts.EventIds;
import io.octroi.operations.lock.DatabaseLock;
import io.octroi.payment.rebuild.Progress.Phase;
import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs rebuilds one at a time and remembers the last one as long as the process lives. */
final class Rebuilds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  private final RebuildRun run;
  private final DatabaseLock lock;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("rebuild").factory());
  private final AtomicReference<Optional<Rebuild>> last = new AtomicReference<>(Optional.empty());

  Rebuilds(RebuildRun run, DatabaseLock lock, Clock clock) {
    this.run = run;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * Begins one.
   *
   * @param apply whether differences are mended
   * @return empty while another one runs
   */
  Optional<Rebuild> begin(boolean apply) {
    Optional<Rebuild> before = last.get();
    if (before.isPresent() && before.get().isRunning()) {
      return Optional.empty();
    }
    Rebuild rebuild = new Rebuild(EventIds.next(clock.instant()), apply, clock.instant());
    if (!last.compareAndSet(before, Optional.of(rebuild))) {
      return Optional.empty();
    }
    worker.execute(() -> work(rebuild));
    return Optional.of(rebuild);
  }

  Optional<Rebuild> find(UUID id) {
    return last.get().filter(rebuild -> rebuild.id().equals(id));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private void work(Rebuild rebuild) {
    try {
      RebuildRun.Result result =
          lock.holding(() -> run.run(rebuild.progress(), rebuild.isApplied()))
              .orElseThrow(() -> new RebuildRefusedException("another_process_rebuilds"));
      rebuild.ended(result, clock.instant());
      LOG.atInfo()
          .addKeyValue(LogKeys.REBUILD_ID, rebuild.id())
          .addKeyValue(LogKeys.DIFFERENCES, result.counts())
          .addKeyValue(LogKeys.APPLIED, rebuild.isApplied())
          .log("The payments were rebuilt from the ledger and compared");
    } catch (RebuildRefusedException e) {
      failed(rebuild, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      failed(rebuild, "failed", e);
    } finally {
      if (rebuild.isRunning()) {
        rebuild.failed("aborted", clock.instant());
      }
    }
  }

  private void failed(Rebuild rebuild, String reason, RuntimeException cause) {
    rebuild.progress().enter(Phase.FAILED);
    rebuild.failed(reason, clock.instant());
    LOG.atError()
        .addKeyValue(LogKeys.REBUILD_ID, rebuild.id())
        .addKeyValue(LogKeys.REASON, reason)
        .setCause(cause)
        .log("A rebuild came to nothing; the live tables are as they were, or mended in part");
  }
}
