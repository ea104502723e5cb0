package io.octroi.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a database server runs.
 *
 * @param directory where its data, its settings and its log file are kept
 * @param port where clients connect on 127.0.0.1; 0 picks a free one
 * @param startTimeout how long a start may take, recovery after a crash included
 * @param stopTimeout how long an orderly stop may take before it is killed
 * @param binaries where the server's programs are unpacked once for all directories
 * @param overrides server settings that win over the defaults
 */
public record DatabaseSettings(
    Path directory,
    int port,
    Duration startTimeout,
    Duration stopTimeout,
    Path binaries,
    Map<String, String> overrides) {

  public DatabaseSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535: " + port);
    }
    directory = directory.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
    overrides = Map.copyOf(overrides);
  }

  /** A small server on a free port, its programs in the user's cache directory. */
  public static DatabaseSettings in(Path directory) {
    return new DatabaseSettings(
        directory,
        0,
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        userCache().resolve("octroi").resolve("postgresql"),
        Map.of());
  }

  public DatabaseSettings withPort(int value) {
    return new DatabaseSettings(directory, value, startTimeout, stopTimeout, binaries, overrides);
  }

  public DatabaseSettings withTimeouts(Duration start, Duration stop) {
    return new DatabaseSettings(directory, port, start, stop, binaries, overrides);
  }

  public DatabaseSettings withBinaries(Path value) {
    return new DatabaseSettings(directory, port, startTimeout, stopTimeout, value, overrides);
  }

  public DatabaseSettings withOverrides(Map<String, String> values) {
    return new DatabaseSettings(directory, port, startTimeout, stopTimeout, binaries, values);
  }

  private static Path userCache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    return configured == null || configured.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache")
        : Path.of(configured);
  }
}
