package io.octroi.notifier.membership;

import io.octroi.runtime.log.LogKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes chats agree with subscriptions, a bounded number of memberships at a time. */
public final class Reconciler implements SmartLifecycle, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final MembershipLeases leases;
  private final MembershipWorker worker;
  private final MembershipProperties properties;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("membership-", 0).factory());
  private volatile boolean running;

  Reconciler(
      MembershipLeases leases,
      MembershipWorker worker,
      MembershipProperties properties,
      Clock clock) {
    this.leases = leases;
    this.worker = worker;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Takes one round of what is due and waits until all of it is recorded.
   *
   * @return how many memberships were taken
   */
  public int runOnce() throws InterruptedException {
    List<Future<?>> taken = new ArrayList<>();
    for (Membership membership :
        leases.claim(properties.batch(), properties.checks(), clock.instant())) {
      taken.add(threads.submit(() -> worker.reconcile(membership)));
    }
    for (Future<?> one : taken) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a membership worker broke", e.getCause());
      }
    }
    return taken.size();
  }

  @Override
  public boolean isAutoStartup() {
    return properties.enabled();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("membership-reconciler").daemon(true).start(this::run);
  }

  @Override
  public void stop() {
    running = false;
  }

  /** What is being done then is taken over when its lease ends. */
  @Override
  public void close() {
    running = false;
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try {
        if (runOnce() < properties.batch()) {
          TimeUnit.NANOSECONDS.sleep(properties.pollInterval().toNanos());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException e) {
        if (running) {
          LOG.atWarn()
              .addKeyValue(LogKeys.ERROR, e.getClass().getName())
              .log("memberships could not be taken; the next look follows");
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(properties.pollInterval().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
