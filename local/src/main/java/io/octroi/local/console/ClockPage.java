package io.octroi.local.console;

import io.octroi.local.Steps;
import io.octroi.platform.http.Answer;
import io.octroi.runtime.clock.SharedClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Shows the time that services and stand-ins live in, and moves it. */
final class ClockPage {
  private static final List<Step> STEPS =
      List.of(
          new Step("10m", "10 minutes"),
          new Step("1h", "1 hour"),
          new Step("12h", "12 hours"),
          new Step("1d", "1 day"),
          new Step("7d", "7 days"),
          new Step("28d", "28 days"));

  private final SharedClock clock;

  ClockPage(SharedClock clock) {
    this.clock = clock;
  }

  private record Step(String value, String name) {}

  String page() {
    Duration ahead = clock.offset();
    StringBuilder buttons = new StringBuilder("<form method=post action=/clock><p>");
    for (Step step : STEPS) {
      buttons
          .append("<button name=step value=")
          .append(step.value())
          .append(">+ ")
          .append(Html.escape(step.name()))
          .append("</button> ");
    }
    return new Html("It is " + clock.instant().truncatedTo(ChronoUnit.SECONDS))
        .note(
            ahead.isZero()
                ? "That is this machine's own time."
                : "That is "
                    + ahead.toDays()
                    + " days, "
                    + ahead.toHoursPart()
                    + " hours and "
                    + ahead.toMinutesPart()
                    + " minutes ahead of this machine.")
        .section("Move it ahead, for every service and stand-in at once")
        .markup(buttons.append("</p></form>").toString())
        .note("It never goes back. bin/octroi clock --advance 36h does the same.")
        .page();
  }

  /** Moves it and shows the page again. */
  Answer advance(String step) {
    try {
      clock.advance(Steps.parse(step));
    } catch (IllegalArgumentException e) {
      return Answer.of(400, "text/plain; charset=utf-8", "No step: " + e.getMessage());
    }
    return Answer.of(303, "text/plain; charset=utf-8", "").withHeader("Location", "/clock");
  }
}
