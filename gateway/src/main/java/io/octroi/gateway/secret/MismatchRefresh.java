package io.octroi.gateway.secret;

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
 * Asks who keeps the secrets out of turn, because a request could not be proved: the provider may
 * sign with a new one already. Anyone can send such requests, so it asks seldom, once for all who
 * wait, and nobody waits for long.
 */
final class MismatchRefresh {
  private final Consumer<ManagedSecrets> refresh;
  private final Executor threads;
  private final Duration wait;
  private final Duration interval;
  private final TimeMeter time;
  private final Bucket all;
  private final Semaphore waiters;
  private final Map<ManagedSecrets, Turn> turns = new HashMap<>();

  /** What is asked for one endpoint, and from when on it may be asked again. */
  private record Turn(CompletableFuture<Void> done, long nextNanos) {}

  MismatchRefresh(
      SecretProperties properties,
      Consumer<ManagedSecrets> refresh,
      Executor threads,
      TimeMeter time) {
    this.refresh = refresh;
    this.threads = threads;
    this.wait = properties.mismatchWait();
    this.interval = properties.mismatchRefreshInterval();
    this.time = time;
    this.waiters = new Semaphore(properties.mismatchMaxWaiting());
    int perMinute = properties.mismatchRefreshesPerMinute();
    this.all =
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
            .withCustomTimePrecision(time)
            .build();
  }

  /** Begins a load or waits for the one under way; whether the latest one has ended. */
  boolean ask(ManagedSecrets secrets) {
    if (!waiters.tryAcquire()) {
      return false;
    }
    try {
      turn(secrets).get(wait.toMillis(), TimeUnit.MILLISECONDS);
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

  private CompletableFuture<Void> turn(ManagedSecrets secrets) {
    synchronized (turns) {
      Turn last = turns.get(secrets);
      long now = time.currentTimeNanos();
      if (last != null && (!last.done().isDone() || now - last.nextNanos() < 0)) {
        return last.done();
      }
      if (!all.tryConsume(1)) {
        return CompletableFuture.completedFuture(null);
      }
      CompletableFuture<Void> begun =
          CompletableFuture.runAsync(() -> refresh.accept(secrets), threads);
      turns.put(secrets, new Turn(begun, now + interval.toNanos()));
      return begun;
    }
  }
}
