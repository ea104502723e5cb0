package io.octroi.runtime.secret;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Asks who keeps the secrets out of turn, because one in use did not work: another may be right
 * already. Anyone can present something that does not fit, so it asks seldom, once for all who
 * wait, and nobody waits for long.
 *
 * @param <K> what is loaded
 */
public final class OutOfTurn<K> {
  private final Consumer<K> load;
  private final Executor threads;
  private final Limits limits;
  private final TimeMeter time;
  private final Bucket all;
  private final Semaphore waiters;
  private final Map<K, Turn> turns = new HashMap<>();

  /**
   * How often and for how long.
   *
   * @param interval how often one secret is loaded at most
   * @param perMinute how often all of them together are
   * @param patience how long somebody waits for a load
   * @param maxWaiting how many wait at one moment; more do not
   */
  public record Limits(Duration interval, int perMinute, Duration patience, int maxWaiting) {}

  /** What is asked for one secret, and from when on it may be asked again. */
  private record Turn(CompletableFuture<Void> done, long nextNanos) {}

  public OutOfTurn(Limits limits, Consumer<K> load, Executor threads, TimeMeter time) {
    this.limits = limits;
    this.load = load;
    this.threads = threads;
    this.time = time;
    this.waiters = new Semaphore(limits.maxWaiting());
    this.all =
        Bucket.builder()
            .addLimit(limit ->
                limit
                    .capacity(limits.perMinute())
                    .refillGreedy(limits.perMinute(), Duration.ofMinutes(1)))
            .withCustomTimePrecision(time)
            .build();
  }

  /** Begins a load or waits for the one under way; whether the latest one has ended. */
  public boolean awaitLoad(K secret) {
    if (!waiters.tryAcquire()) {
      return false;
    }
    try {
      begin(secret).get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiters.release();
    }
  }

  /** Begins a load, if one is allowed now, and does not wait; the latest one. */
  CompletableFuture<Void> begin(K secret) {
    synchronized (turns) {
      Turn last = turns.get(secret);
      long now = time.currentTimeNanos();
      if (last != null && (!last.done().isDone() || now - last.nextNanos() < 0)) {
        return last.done();
      }
      if (!all.tryConsume(1)) {
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Void> begun =
          CompletableFuture.runAsync(() -> load.accept(secret), threads);
      turns.put(secret, new Turn(begun, now + limits.interval().toNanos()));
      return begun;
    }
  }
}
