package io.octroi.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Starts the system for a test, from the jars that the build has just made. */
final class WholeSystem {
  private WholeSystem() {}

  /** One that all tests may use that leave it whole; it stops with the JVM. */
  static LocalSystem shared() {
    return Shared.SYSTEM;
  }

  /** One whose clock tests move ahead, in a zone that changes its clocks; it stops with the JVM. */
  static LocalSystem movable() {
    return Movable.SYSTEM;
  }

  static LocalSystem start(Path home) {
    return start(home, LocalTuning.NONE);
  }

  static LocalSystem start(Path home, LocalTuning tuning) {
    return LocalSystem.start(
        new LocalSettings(
            home,
            Path.of("target", "apps").toAbsolutePath(),
            Ports.free(),
            Duration.ofMinutes(3),
            false,
            false,
            tuning),
        new Progress(System.out));
  }

  private static final class Shared {
    static final LocalSystem SYSTEM = untilTheEnd(Exposed::in);
  }

  private static final class Movable {
    static final LocalSystem SYSTEM =
        untilTheEnd(_ -> DemoCommand.tuning(Optional.of(MonthIT.PARIS)));
  }

  private static LocalSystem untilTheEnd(Function<Path, LocalTuning> tuning) {
    TemporaryHome home = TemporaryHome.open("octroi-whole-system");
    LocalSystem system = start(home.directory(), tuning.apply(home.directory()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              system.close();
              home.close();
            }));
    return system;
  }
}
