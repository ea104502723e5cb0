package io.octroi.bench.report;

import java.util.Locale;

/** Writes numbers with as many digits as they are worth. */
final class Numbers {
  private static final double WHOLE = 1_000;
  private static final double TENTHS = 10;

  private Numbers() {}

  static String of(double value) {
    double size = Math.abs(value);
    String format = size >= WHOLE ? "%,.0f" : size >= TENTHS ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
