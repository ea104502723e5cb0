package io.octroi.local;

import java.nio.file.Path;
import java.time.Duration;

/** Starts the system for a test, from the jars that the build has just made. */
final class WholeSystem {
  private WholeSystem() {}

  static LocalSystem start(Path home) {
    return LocalSystem.start(
        new LocalSettings(
            home,
            Path.of("target", "apps").toAbsolutePath(),
            Ports.free(),
            Duration.ofMinutes(3),
            false,
            false),
        new Progress(System.out));
  }
}
