package io.octroi.bench.report;

/** What a figure counts in. */
public enum Unit {
  PER_SECOND("/s"),
  MILLIS("ms"),
  SECONDS("s"),
  MICROS_PER_EVENT("µs/event"),
  MEBIBYTES("MiB"),
  EVENTS("events"),
  RATIO("×");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
