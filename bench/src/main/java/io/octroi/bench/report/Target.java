package io.octroi.bench.report;

import java.util.Optional;

/**
 * What a figure is to reach, in its own unit or as a ratio to another one of the same run.
 *
 * @param text as tables have it
 * @param measured the figure
 * @param reference what it is divided by, if anything
 * @param bound from which side
 * @param limit of the figure or of the ratio
 */
public record Target(
    String text, Key measured, Optional<Key> reference, Bound bound, double limit) {

  /** From which side a limit counts. */
  public enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String symbol;

    Bound(String symbol) {
      this.symbol = symbol;
    }

    String symbol() {
      return symbol;
    }
  }

  /** Whether it was reached. */
  public enum Verdict {
    MET,
    MISSED,
    /** This run has not measured all that it takes. */
    NOT_MEASURED
  }

  /** A limit of a figure itself. */
  public static Target of(String text, Key measured, Bound bound, double limit) {
    return new Target(text, measured, Optional.empty(), bound, limit);
  }

  /** A limit of the ratio of two figures. */
  public static Target ratio(String text, Key measured, Key reference, Bound bound, double limit) {
    return new Target(text, measured, Optional.of(reference), bound, limit);
  }

  /** The figure or the ratio, of the rounds' medians; empty where it was not measured. */
  public Optional<Double> value(Findings findings) {
    Optional<Double> own = findings.median(measured);
    return reference.isEmpty()
        ? own
        : own.flatMap(
            value -> findings.median(reference.get()).filter(by -> by > 0).map(by -> value / by));
  }

  /** Whether this run reached it. */
  public Verdict verdict(Findings findings) {
    return value(findings)
        .map(value ->
            switch (bound) {
              case AT_LEAST -> value >= limit;
              case AT_MOST -> value <= limit;
            })
        .map(met -> met ? Verdict.MET : Verdict.MISSED)
        .orElse(Verdict.NOT_MEASURED);
  }
}
