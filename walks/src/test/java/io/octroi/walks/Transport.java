package io.octroi.walks;

/**
 * How records travel.
 *
 * @param faulty whether readers start again further back and keys overtake one another
 * @param maxBatch records in one batch, at most
 */
record Transport(boolean faulty, int maxBatch) {
  /** One by one, as they were written. */
  static final Transport CALM = new Transport(false, 1);

  /** One by one, but again and overtaking. */
  static final Transport REPEATING = new Transport(true, 1);

  static final Transport WILD = new Transport(true, 4);
}
