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
 */
public record LocalSettings(
    Path home,
    Path jars,
    Ports ports,
    Duration startTimeout,
    boolean supervised,
    boolean training) {}
