package io.octroi.bench.floor;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** What one thread does over and over, as fast as it can. */
interface Work {
  /**
   * Works as long as it is told to.
   *
   * @param going whether to go on
   * @param done counts each event that is done, and durable where it has to be
   */
  void run(BooleanSupplier going, LongAdder done) throws Exception;
}
