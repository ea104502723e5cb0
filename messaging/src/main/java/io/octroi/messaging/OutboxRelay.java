package io.octroi.messaging;

import io.octroi.runtime.fault.FaultPoint;
import io.octroi.runtime.log.LogKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Moves committed events from the outbox to the broker: claim lanes, read their rows, send, wait
 * for the acknowledgements, remove. No transaction and no row lock is held while the broker is
 * spoken to. Killed at any line, it or another relay sends again what was not removed; readers know
 * an event by its id.
 */
public final class OutboxRelay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  private final LaneLeases leases;
  private final OutboxRows rows;
  private final OutboxPublisher publisher;
  private final MessagingProperties.OutboxSettings settings;
  private final Semaphore signal = new Semaphore(0);
  private List<Integer> lanes = List.of();
  private long claimedAtNanos;

  /**
   * Rows at the head that the broker did not take the last time: as long as they are no more than a
   * batch, they leave room for one.
   */
  private int refused;

  private volatile @Nullable Thread thread;

  OutboxRelay(
      LaneLeases leases,
      OutboxRows rows,
      OutboxPublisher publisher,
      MessagingProperties.OutboxSettings settings) {
    this.leases = leases;
    this.rows = rows;
    this.publisher = publisher;
    this.settings = settings;
  }

  /** Says that there is something to publish; returns at once. */
  void wake() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  /**
   * Publishes one batch of what is committed in the lanes this relay holds or can take.
   *
   * @return how many events the broker acknowledged
   */
  synchronized int relayOnce() throws InterruptedException {
    Duration third = settings.lease().dividedBy(3);
    if (lanes.isEmpty() || System.nanoTime() - claimedAtNanos > third.toNanos()) {
      claim();
    }
    if (lanes.isEmpty()) {
      return 0;
    }
    List<OutboxRow> pending = rows.pending(lanes, settings.batchSize() + refused);
    if (pending.isEmpty()) {
      return 0;
    }
    List<Long> acknowledged = publisher.publish(pending, third, this::claim);
    refused = Math.min(pending.size() - acknowledged.size(), settings.batchSize());
    FaultPoint.AFTER_PUBLISH.reached();
    rows.remove(acknowledged);
    return acknowledged.size();
  }

  private void claim() {
    lanes = leases.claim();
    claimedAtNanos = System.nanoTime();
  }

  private void run() {
    Duration pause = settings.pollInterval();
    boolean prepared = false;
    while (isRunning()) {
      try {
        if (!prepared) {
          leases.prepare(settings.lanes());
          prepared = true;
        }
        // What is committed from here on signals again.
        signal.drainPermits();
        if (relayOnce() < settings.batchSize()) {
          awaitSignal(pause);
        }
        pause = settings.pollInterval();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        pause = longer(pause);
        LOG.atWarn()
            .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
            .log("The outbox waits: the database or the broker is away");
        rest(pause);
      }
    }
  }

  private void awaitSignal(Duration atMost) throws InterruptedException {
    var _ = signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(Duration.ofSeconds(5)) > 0 ? Duration.ofSeconds(5) : doubled;
  }

  private void rest(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    Thread relay = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    thread = relay;
    relay.start();
  }

  @Override
  public void stop() {
    Thread relay = thread;
    thread = null;
    if (relay == null) {
      return;
    }
    wake();
    try {
      if (!relay.join(settings.lease().dividedBy(2))) {
        relay.interrupt();
        relay.join(settings.lease().dividedBy(2));
      }
      leases.release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("The lanes could not be given back; their leases run out", e);
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Starts before the listeners and stops after them, so that their last events still go out. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 1000;
  }
}
