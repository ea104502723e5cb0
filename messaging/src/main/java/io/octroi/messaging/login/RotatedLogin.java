package io.octroi.messaging.login;

import io.octroi.runtime.secret.SensitiveSetting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Opens connections with the user and password of the moment, whatever it is asked to use. A login
 * that is refused is tried once more if there is another password by then. Connections that are
 * open live on: the server asks for the password only once.
 */
final class RotatedLogin extends DelegatingDataSource {
  /** Wrong password, and no such user. */
  private static final Set<String> REFUSED = Set.of("28P01", "28000");

  private final SensitiveSetting user;
  private final SensitiveSetting password;

  RotatedLogin(DataSource driver, SensitiveSetting user, SensitiveSetting password) {
    super(driver);
    this.user = user;
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    String presented = password.value();
    try {
      return open(presented);
    } catch (SQLException e) {
      if (!REFUSED.contains(String.valueOf(e.getSQLState())) || !password.isOtherThan(presented)) {
        throw e;
      }
      return open(password.value());
    }
  }

  @Override
  public Connection getConnection(String askedUser, String askedPassword) throws SQLException {
    return getConnection();
  }

  private Connection open(String presented) throws SQLException {
    return obtainTargetDataSource().getConnection(user.value(), presented);
  }
}
