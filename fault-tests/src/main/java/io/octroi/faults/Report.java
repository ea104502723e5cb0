package io.octroi.faults;

import io.octroi.local.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells whoever waits at the terminal how it goes, and keeps the table in a file. */
public final class Report {
  private final PrintStream terminal;
  private final Path file;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param file is there, complete, after each run: a suite that is ended early leaves what it knew
   */
  public Report(PrintStream terminal, Path file) {
    this.terminal = terminal;
    this.file = file;
  }

  /** For what tells of the system's start. */
  public Progress progress() {
    return new Progress(terminal);
  }

  /** A run begins; what is printed replays it. */
  public void begins(Fault fault, long seed) {
    terminal.printf(Locale.ROOT, "octroi.seed=%d %s%n", seed, fault.name());
  }

  /** A run is left out, and why. */
  public void skipped(Fault fault, String why) {
    terminal.printf(Locale.ROOT, "skipped: %s: %s%n", fault.name(), why);
  }

  /** A run has ended, well or not. */
  public void ended(Row row) {
    rows.add(row);
    terminal.print(Table.line(row));
    try {
      Files.writeString(file, Table.of(rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows all runs. */
  public void close() {
    terminal.println(Table.of(rows));
  }
}
