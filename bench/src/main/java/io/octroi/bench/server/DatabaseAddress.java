package io.octroi.bench.server;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database and who may use it; the role's search path leads to a schema that it owns.
 *
 * @param jdbcUrl without user and password, as in {@code jdbc:postgresql://127.0.0.1:5432/octroi}
 */
public record DatabaseAddress(String jdbcUrl, String username, String password) {
  private static final String JDBC = "jdbc:";

  /** Opens a connection of its own. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, username, password);
  }

  /** The same as other drivers than Java's want it, user and password included. */
  public URI uri() {
    URI plain = URI.create(jdbcUrl.substring(JDBC.length()));
    return URI.create(
        plain.getScheme()
            + "://"
            + encoded(username)
            + ":"
            + encoded(password)
            + "@"
            + plain.getAuthority()
            + plain.getPath());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
