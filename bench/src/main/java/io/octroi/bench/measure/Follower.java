package io.octroi.bench.measure;

import io.octroi.platform.process.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Watches from a thread of its own how many events have reached a station. Counts over an index,
 * and only from where it last found everything there, so that it costs little; where events arrive
 * out of order it cannot, and looks less often instead.
 */
public final class Follower implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final long SETTLED = 1_000;

  /** It rests so many times as long as it looked: what it takes itself is missing in figures. */
  private static final int REST = 20;

  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  private final Stations stations;
  private final Station station;
  private final Thread thread;
  private volatile long done;
  private volatile boolean ending;

  private Follower(Stations stations, Station station) {
    this.stations = stations;
    this.station = station;
    this.thread = Thread.ofPlatform().name("follower").daemon().unstarted(this::follow);
  }

  /** Begins to watch. */
  public static Follower of(Stations stations, Station station) {
    Follower follower = new Follower(stations, station);
    follower.thread.start();
    return follower;
  }

  /** How many events had reached the station when it last looked. */
  public long done() {
    return done;
  }

  /**
   * Waits for so many.
   *
   * @return whether they came in time
   */
  public boolean await(long events, Duration patience) {
    Deadline deadline = Deadline.after(patience);
    while (done < events && !deadline.passed()) {
      Deadline.pause(LOOK);
    }
    return done >= events;
  }

  private void follow() {
    try (Connection connection = stations.open()) {
      overIndexes(connection);
      long settled = 0;
      while (!ending) {
        long began = System.nanoTime();
        long beyond = stations.count(connection, station, settled);
        done = settled + beyond;
        long safe = done - SETTLED;
        // Numbers arrive about in order: those far behind the newest are there, or will be missed.
        if (safe > settled + SETTLED && stations.count(connection, station, safe) == done - safe) {
          settled = safe;
        }
        rest(Duration.ofNanos(System.nanoTime() - began));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be asked", e);
    }
  }

  private static void rest(Duration looked) {
    Duration rest = looked.multipliedBy(REST);
    if (rest.compareTo(LONGEST_REST) > 0) {
      Deadline.pause(LONGEST_REST);
    } else {
      Deadline.pause(rest.compareTo(LOOK) > 0 ? rest : LOOK);
    }
  }

  /**
   * Of tables that grow while they are asked, the planner knows too little to see that reading all
   * of one each time would take more of the processors than what is measured.
   */
  private static void overIndexes(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      statement.execute("set max_parallel_workers_per_gather = 0");
    }
  }

  @Override
  public void close() {
    ending = true;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
