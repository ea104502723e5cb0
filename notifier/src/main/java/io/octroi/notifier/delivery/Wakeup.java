package io.octroi.notifier.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the sending side that there is work; many signals between two waits count as one. */
public final class Wakeup {
  private final Semaphore signal = new Semaphore(0);

  public void signal() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  void await(Duration atMost) throws InterruptedException {
    if (signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }
}
