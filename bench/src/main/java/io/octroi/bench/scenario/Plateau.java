package io.octroi.bench.scenario;

/** Whether a rate has stopped rising from one measurement to the next. */
final class Plateau {
  private static final double RISE = 1.05;
  private static final int FLAT = 3;

  private double best;
  private int flat;

  /**
   * Takes the next rate; whether the last three were hardly better than the best that was a rise.
   */
  boolean reached(double rate) {
    if (rate > best * RISE) {
      best = rate;
      flat = 0;
    } else {
      flat++;
    }
    return flat >= FLAT;
  }
}
