package io.octroi.gateway.publish;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Waits for the broker's answers. The producer keeps its own time; this only guards against one
 * that does not, and gives up on what it left open. One thread looks at all of them now and then: a
 * wait with an end of its own begins a timer for each webhook and cancels it, which wakes the
 * timers' thread twice, and took a fifth of the gateway's processor time (docs/performance.md).
 */
final class OverdueSends implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Set<Open> open = ConcurrentHashMap.newKeySet();
  private final Duration limit;
  private final LongSupplier nanos;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("overdue-sends").daemon().factory());

  /**
   * @param limit how long an answer may stay open; up to a second more is possible
   * @param nanos a clock as {@link System#nanoTime()} is one
   */
  OverdueSends(Duration limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
  }

  /** Looks now and then, until it is closed. */
  OverdueSends watching() {
    var _ =
        thread.scheduleWithFixedDelay(
            this::giveUp, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /**
   * Waits until {@code sent} is answered, or overdue.
   *
   * @throws ExecutionException with what went wrong; with a {@link TimeoutException} for what is
   *     overdue
   */
  <T> T await(CompletableFuture<T> sent) throws InterruptedException, ExecutionException {
    Open waiting = new Open(sent, nanos.getAsLong());
    open.add(waiting);
    try {
      return sent.get();
    } finally {
      open.remove(waiting);
    }
  }

  /** Fails what is overdue. */
  void giveUp() {
    long now = nanos.getAsLong();
    for (Open waiting : open) {
      if (now - waiting.sinceNanos > limit.toNanos()) {
        waiting.sent.completeExceptionally(new TimeoutException("no answer within " + limit));
      }
    }
  }

  /** How many answers are waited for. */
  int open() {
    return open.size();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** No record: each is itself, whatever it waits for. */
  private static final class Open {
    private final CompletableFuture<?> sent;
    private final long sinceNanos;

    Open(CompletableFuture<?> sent, long sinceNanos) {
      this.sent = sent;
      this.sinceNanos = sinceNanos;
    }
  }
}
