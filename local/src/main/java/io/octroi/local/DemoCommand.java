package io.octroi.local;

import io.octroi.local.demo.BrokenStory;
import io.octroi.local.demo.Month;
import io.octroi.local.demo.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.Optional;

/** Plays a member's month on a system of its own, which is thrown away. */
final class DemoCommand {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

  /** So that the change lies between reminder and end. */
  private static final Duration BEFORE_ZONE_CHANGE = Month.PLAN.minus(Duration.ofDays(1));

  private DemoCommand() {}

  /**
   * @return 0 when the story went as it must, 1 otherwise
   */
  static int run(Options options, PrintStream out) {
    Optional<ZoneId> zone = zone(options.text("zone", ""));
    Optional<Pause> pause = pause(options);
    Progress progress = new Progress(out);
    progress.line("A system of its own starts, in a temporary place:");
    try (TemporaryHome home = TemporaryHome.open("octroi-demo");
        LocalSystem system =
            LocalSystem.start(
                new LocalSettings(
                    home.directory(),
                    options.path("jars", LocalApplication.DEFAULT_JARS),
                    Ports.free(),
                    START_TIMEOUT,
                    false,
                    false,
                    tuning(zone)),
                progress)) {
      zone.ifPresent(z -> approachChange(system, z));
      return play(system, pause, progress) ? 0 : 1;
    }
  }

  private static boolean play(LocalSystem system, Optional<Pause> pause, Progress progress) {
    progress.line("");
    Instant begin = system.clock().instant();
    Progress played = progress.again();
    try (Month month = new Month(system, "member-of-a-month", progress::line)) {
      month.play(pause);
    } catch (BrokenStory e) {
      progress.line("");
      progress.line("The story is not as it must be: " + e.getMessage());
      return false;
    }
    progress.line("");
    progress.line(
        Duration.between(begin, system.clock().instant()).toDays()
            + " days in "
            + played.sinceStart().toSeconds()
            + " s, and everything happened once.");
    return true;
  }

  /** Looks at what is due more often than once a second, since a day takes less than that. */
  static LocalTuning tuning(Optional<ZoneId> zone) {
    return new LocalTuning(
        Map.of(
            ServiceName.PAYMENT_WORKER,
            Map.of(
                "octroi.payment.backfill.poll-interval", "1s",
                "octroi.payment.backfill.settle", "1s"),
            ServiceName.SUBSCRIPTION_WORKER,
            Map.of(
                "octroi.due.poll-interval", "100ms",
                "octroi.operations.state-ages.check-interval", "2s",
                "octroi.subscription.removal.margin", "2s",
                "octroi.subscription.removal.progress-interval", "500ms")),
        Map.of(),
        zone.map(z -> Map.of("TZ", z.getId())).orElse(Map.of()));
  }

  /** Moves to where a month goes over the zone's next change of its clocks, if it has one. */
  static void approachChange(LocalSystem system, ZoneId zone) {
    Instant now = system.clock().instant();
    ZoneOffsetTransition change = zone.getRules().nextTransition(now.plus(BEFORE_ZONE_CHANGE));
    if (change != null) {
      system.clock().advance(Duration.between(now, change.getInstant().minus(BEFORE_ZONE_CHANGE)));
    }
  }

  private static Optional<Pause> pause(Options options) {
    return options.has("pause-workers")
        ? Optional.of(
            new Pause(
                Steps.parse(options.text("pause-after", "24d")),
                Steps.parse(options.text("pause-workers", ""))))
        : Optional.empty();
  }

  /** By its name in the time zone database, since that is what every program understands. */
  private static Optional<ZoneId> zone(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new IllegalArgumentException(
          "--zone takes a name like Europe/Paris, Etc/GMT+12 or Pacific/Kiritimati");
    }
    return Optional.of(ZoneId.of(name));
  }
}
