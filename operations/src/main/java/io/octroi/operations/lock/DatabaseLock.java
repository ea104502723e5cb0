package io.octroi.operations.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Lets one process at a time do something, among all that share a schema. */
public final class DatabaseLock {
  private final DataSource database;
  private final String name;

  /**
   * @param name one lock a name and schema
   */
  public DatabaseLock(DataSource database, String name) {
    this.database = database;
    this.name = name;
  }

  /**
   * Does the work while holding the lock, and a connection with it: the lock goes when the process
   * does.
   *
   * @return empty while another process holds it; then nothing was done
   */
  public <T> Optional<T> holding(Supplier<T> work) {
    try (Connection connection = database.getConnection()) {
      if (!call(connection, "select pg_try_advisory_lock(hashtext(current_schema() || ?))")) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        call(connection, "select pg_advisory_unlock(hashtext(current_schema() || ?))");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the lock could not be taken or given back", e);
    }
  }

  private boolean call(Connection connection, String statement) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setString(1, "." + name);
      try (ResultSet result = prepared.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }
}
