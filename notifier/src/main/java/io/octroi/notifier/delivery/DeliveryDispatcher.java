package io.octroi.notifier.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Hands due deliveries to a bounded number of virtual threads. */
public final class DeliveryDispatcher implements AutoCloseable {
  private final DeliveryLeases leases;
  private final DeliveryWorker worker;
  private final Wakeup wakeup;
  private final DeliveryProperties properties;
  private final Semaphore free;
  private final Set<UUID> inFlight = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());

  DeliveryDispatcher(
      DeliveryLeases leases, DeliveryWorker worker, Wakeup wakeup, DeliveryProperties properties) {
    this.leases = leases;
    this.worker = worker;
    this.wakeup = wakeup;
    this.properties = properties;
    this.free = new Semaphore(properties.workers());
  }

  /**
   * Takes one round of due deliveries and waits until all of them are recorded.
   *
   * @return how many were taken
   */
  public int runOnce() throws InterruptedException {
    List<Future<?>> taken = start();
    for (Future<?> one : taken) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a delivery worker broke", e.getCause());
      }
    }
    return taken.size();
  }

  /** Takes as many due deliveries as there are free workers, and does not wait for them. */
  synchronized List<Future<?>> start() {
    int room = free.drainPermits();
    if (room == 0) {
      return List.of();
    }
    List<Future<?>> taken = new ArrayList<>();
    try {
      for (Delivery delivery : leases.claim(room, inFlight)) {
        inFlight.add(delivery.id());
        taken.add(threads.submit(() -> work(delivery)));
      }
    } finally {
      free.release(room - taken.size());
    }
    return taken;
  }

  int inFlight() {
    return inFlight.size();
  }

  private void work(Delivery delivery) {
    try {
      worker.deliver(delivery);
    } finally {
      inFlight.remove(delivery.id());
      free.release();
      wakeup.signal();
    }
  }

  /** Waits for deliveries in flight; what is not done by then is taken over when its lease ends. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(properties.stopGrace().toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
