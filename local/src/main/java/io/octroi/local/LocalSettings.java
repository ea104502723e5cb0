package io.octroi.local;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to run the system.
 *
 * @param home the folder to keep everything in
 * @param jars where the services' runnable jars are, one {@code <service>.jar} each
 * @param startTimeout how long until all services must be ready
 * @param supervised whether a service that dies is started again
 * @param training whether this run is to leave AOT caches behind for quicker starts
 * @param tuning what this run has that others do not
 */
public record LocalSettings(
    Path home,
    Path jars,
    Ports ports,
    Duration startTimeout,
    boolean supervised,
    boolean training,
    LocalTuning tuning) {

  /** A run as usual. */
  public LocalSettings(
      Path home,
      Path jars,
      Ports ports,
      Duration startTimeout,
      boolean supervised,
      boolean training) {
    this(home, jars, ports, startTimeout, supervised, training, LocalTuning.NONE);
  }
}
