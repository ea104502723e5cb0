package io.octroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Starts the system for a test, from the jars that the build has just made. */
final class WholeSystem {
  private WholeSystem() {}

  /** One that all tests may use that leave it whole; it stops with the JVM. */
  static LocalSystem shared() {
    return Shared.SYSTEM;
  }

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

  private static final class Shared {
    static final LocalSystem SYSTEM = start(temporaryHome());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SYSTEM::close));
    }

    private static Path temporaryHome() {
      try {
        return Files.createTempDirectory("octroi-acceptance");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
