package io.octroi.bench.subject;

import java.util.List;
import java.util.Map;

/**
 * How broker and database run, for everything that is measured beside each other: as on a server
 * rather than as small as on a machine that does other things, and nothing given up of durability.
 */
public final class Surroundings {
  /** The broker's JVM. */
  public static final List<String> BROKER_JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC");

  /** The JVM of every program that is measured: what the images and the chart give to services. */
  public static final List<String> SERVICE_JVM =
      List.of("-Xmx352m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  /**
   * Settings of PostgreSQL; commit times are what end-to-end times are read from. Room for the log
   * of a quarter of an hour, so that checkpoints come by time: each makes every page be logged
   * whole once more. Tables begin empty here: looked over at each tenth that they grow by, as is
   * usual, they would be looked over all the time, which no table of some age is.
   */
  public static final Map<String, String> DATABASE =
      Map.of(
          "track_commit_timestamp", "on",
          "shared_buffers", "512MB",
          "max_wal_size", "24GB",
          "checkpoint_timeout", "15min",
          "autovacuum_analyze_threshold", "20000",
          "autovacuum_vacuum_insert_threshold", "100000",
          "max_connections", "200");

  private Surroundings() {}
}
