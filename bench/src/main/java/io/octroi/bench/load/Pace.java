package io.octroi.bench.load;

/** When requests are to be sent. Times are those of {@link System#nanoTime()}. */
public interface Pace {
  /** No more requests. */
  long ENDED = Long.MAX_VALUE;

  /** The run begins. */
  void begin(long now);

  /**
   * When the next request is meant to be sent: at the latest {@code now} where one is due, later
   * where none is yet, {@link #ENDED} where none follows.
   */
  long due(long now);

  /** The request that was due is being sent. */
  void sent();
}
