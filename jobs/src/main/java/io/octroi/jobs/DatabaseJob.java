package io.octroi.jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Makes roles and schemas as the administrator: all of it, or nothing. */
final class DatabaseJob {
  private static final String CONNECT_SECONDS = "10";
  private static final String STATEMENT_SECONDS = "60";

  private DatabaseJob() {}

  static void run(String sql, String jdbcUrl, Administrator administrator) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", administrator.username());
    properties.put("password", administrator.password());
    properties.put("connectTimeout", CONNECT_SECONDS);
    properties.put("socketTimeout", STATEMENT_SECONDS);
    try (Connection connection = DriverManager.getConnection(jdbcUrl, properties);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      connection.commit();
    }
  }
}
