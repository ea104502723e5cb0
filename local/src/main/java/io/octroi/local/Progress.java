package io.octroi.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells the person at the terminal how the start is getting on. */
public final class Progress {
  private final PrintStream out;
  private final long startNanos = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /**
   * Does a step and says how long it took.
   *
   * @return what it gave
   */
  public <T> T step(String what, Supplier<T> step) {
    long begun = System.nanoTime();
    T result = step.get();
    line(
        String.format(
            Locale.ROOT, "  %-34s %5.1f s", what, (System.nanoTime() - begun) / 1_000_000_000.0));
    return result;
  }

  void line(String text) {
    synchronized (out) {
      out.println(text);
      out.flush();
    }
  }

  /** To the same terminal, from now on. */
  Progress again() {
    return new Progress(out);
  }

  Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
