package io.octroi.gateway.intake;

import java.util.concurrent.Semaphore;

/** Bounds the memory that bodies take together, whether they are arriving or being published. */
final class BufferBudget {
  private static final int UNIT_BYTES = 1_024;

  private final Semaphore units;

  BufferBudget(long maxBytes) {
    this.units = new Semaphore(Math.toIntExact(maxBytes / UNIT_BYTES));
  }

  /** A share that begins empty and is given back at the end of its request. */
  Share open() {
    return new Share();
  }

  final class Share implements AutoCloseable {
    private int held;

    /**
     * Grows to hold {@code bytes} in all; false if there is no room, and then it stays as it is.
     */
    boolean holds(int bytes) {
      int missing = Math.ceilDiv(bytes, UNIT_BYTES) - held;
      if (missing <= 0) {
        return true;
      }
      if (!units.tryAcquire(missing)) {
        return false;
      }
      held += missing;
      return true;
    }

    @Override
    public void close() {
      units.release(held);
      held = 0;
    }
  }
}
