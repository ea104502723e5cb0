package io.octroi.gateway.publish;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many webhooks wait for the broker. While it is known to be away only a few may find
 * out whether it is back; the rest are refused at once, so that neither threads nor bodies pile up.
 */
final class Admission {
  private final int max;
  private final Semaphore inFlight;
  private final Semaphore probes;
  private volatile boolean away;

  Admission(int maxInFlight, int maxProbes) {
    this.max = maxInFlight;
    this.inFlight = new Semaphore(maxInFlight);
    this.probes = new Semaphore(maxProbes);
  }

  /** Leave to publish one webhook; closing it gives the place back. */
  interface Permit extends AutoCloseable {
    @Override
    void close();
  }

  /** Empty if there is no place. Never waits. */
  Optional<Permit> tryEnter() {
    if (!inFlight.tryAcquire()) {
      return Optional.empty();
    }
    if (!away) {
      return Optional.of(inFlight::release);
    }
    if (!probes.tryAcquire()) {
      inFlight.release();
      return Optional.empty();
    }
    return Optional.of(() -> {
      probes.release();
      inFlight.release();
    });
  }

  /** The broker answered. */
  void brokerAnswered() {
    away = false;
  }

  /** The broker did not answer in time. */
  void brokerMissing() {
    away = true;
  }

  int waiting() {
    return max - inFlight.availablePermits();
  }
}
