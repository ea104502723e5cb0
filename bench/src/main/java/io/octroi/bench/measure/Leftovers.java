package io.octroi.bench.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What one measurement leaves behind that would disturb the next. */
public final class Leftovers {
  private final DataSource database;

  /**
   * In this database.
   *
   * @param database all schemas, written as their owner
   */
  public Leftovers(DataSource database) {
    this.database = database;
  }

  /** Mail that waits to be sent is sent no more. */
  public void takeBackMail() {
    run(
        "update notifier.deliveries set status = 'dropped', code = 'bench', settled_at = now()"
            + " where status = 'due'");
  }

  private void run(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be tidied: " + e.getMessage(), e);
    }
  }
}
