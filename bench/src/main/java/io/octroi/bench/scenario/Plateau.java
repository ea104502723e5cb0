package io.octroi.bench.scenario;

/** Whether a rate has stopped rising from one measurement to the next. */
final class Plateau {
  private static final double RISE = 1.1;
  private static final int FLAT = 2;

  private double best;
  private int flat;

  /** Takes the next rate; whether the last two were hardly better than the best before them. */
  boolean reached(double rate) {
    flat = rate > best * RISE ? 0 : flat + 1;
    best = Math.max(best, rate);
    return flat >= FLAT;
  }
}
