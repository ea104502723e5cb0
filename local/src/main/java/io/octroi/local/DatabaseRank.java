package io.octroi.local;

import io.octroi.platform.database.EmbeddedDatabase;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the database stand back for the gateway as far as the workers do, whose work it does. It has
 * a process a connection, each in a session of its own, and some schedulers divide by sessions.
 */
final class DatabaseRank implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseRank.class);
  private static final Duration LOOK_EACH = Duration.ofSeconds(2);

  private final EmbeddedDatabase database;
  private final int niceness;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("database-rank").daemon().factory());

  private DatabaseRank(EmbeddedDatabase database, int niceness) {
    this.database = database;
    this.niceness = niceness;
  }

  /** From now on, and for connections that come later. */
  static DatabaseRank keep(EmbeddedDatabase database, int niceness) {
    DatabaseRank rank = new DatabaseRank(database, niceness);
    var _ =
        rank.timer.scheduleWithFixedDelay(
            rank::look, 0, LOOK_EACH.toMillis(), TimeUnit.MILLISECONDS);
    return rank;
  }

  private void look() {
    try {
      database.standBack(niceness);
    } catch (UncheckedIOException e) {
      LOG.warn("The database does not stand back for the gateway: {}", e.getMessage());
      timer.shutdown();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
