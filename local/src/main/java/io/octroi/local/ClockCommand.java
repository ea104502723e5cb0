package io.octroi.local;

import io.octroi.runtime.clock.SharedClock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Tells and moves the time of the system on this machine; running or not, it takes it up. */
final class ClockCommand {
  private ClockCommand() {}

  /**
   * @throws IllegalArgumentException for a step that is none
   */
  static void run(Options options, PrintStream out) {
    Home home = Home.open(options.path("home", Path.of(".octroi")));
    SharedClock clock = SharedClock.open(home.clock(), Clock.systemUTC());
    String step = options.text("advance", "");
    if (!step.isEmpty()) {
      clock.advance(Steps.parse(step));
    }
    out.println(
        clock.instant().truncatedTo(ChronoUnit.SECONDS)
            + "  ("
            + clock.offset()
            + " ahead of this machine)");
  }
}
