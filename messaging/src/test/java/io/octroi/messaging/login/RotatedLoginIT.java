package io.octroi.messaging.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.octroi.platform.secrets.SecretsManagerStandIn;
import io.octroi.testing.TestDatabase;
import io.octroi.testing.TestInfrastructure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A real pool on a real server, and a password that changes under it. */
class RotatedLoginIT {
  private static final String SECRET = "octroi/worker/database";

  /** A worker's pool and nothing else. */
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  @Import(DatabaseLogin.class)
  static final class Worker {}

  @Test
  void new_connections_take_the_new_password_and_the_open_ones_live_on() throws Exception {
    TestDatabase database = TestInfrastructure.database("login_test", "login_test");
    try (SecretsManagerStandIn manager =
        SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()))) {
      keep(manager, database.password());
      try (ConfigurableApplicationContext worker = start(database, manager);
          HikariDataSource pool = worker.getBean(HikariDataSource.class);
          Connection old = pool.getConnection()) {
        assertThat(text(old, "show application_name")).isEqualTo("login-test");

        // When the server has the new password, and Secrets Manager does not yet
        execute(old, "alter role login_test password 'second'");

        // Then
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
        assertThat(text(old, "select 1")).isEqualTo("1");

        // When it has
        keep(manager, "second");

        // Then
        try (Connection fresh = pool.getConnection()) {
          assertThat(text(fresh, "select pg_backend_pid()"))
              .isNotEqualTo(text(old, "select pg_backend_pid()"));
        }
        assertThat(text(old, "select 1")).isEqualTo("1");
        assertThat(String.valueOf(pool.getPassword())).doesNotContain("second", "test");
      }
    }
  }

  private static ConfigurableApplicationContext start(
      TestDatabase database, SecretsManagerStandIn manager) {
    return new SpringApplicationBuilder(Worker.class)
        .web(WebApplicationType.NONE)
        .run(
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.hikari.maximum-pool-size=2",
            "--spring.datasource.hikari.minimum-idle=0",
            "--spring.datasource.hikari.connection-timeout=1000",
            "--spring.datasource.hikari.data-source-properties.ApplicationName=login-test",
            "--octroi.secrets.from.spring.datasource.username=" + SECRET + "#username",
            "--octroi.secrets.from.spring.datasource.password=" + SECRET + "#password",
            "--octroi.secrets.refusal-interval=100ms",
            "--octroi.aws.endpoint-override=" + manager.uri(),
            "--octroi.aws.region=eu-west-1",
            "--octroi.aws.access-key-id=test",
            "--octroi.aws.secret-access-key=test");
  }

  private static void keep(SecretsManagerStandIn manager, String password) {
    manager.put(SECRET, "{\"username\":\"login_test\",\"password\":\"" + password + "\"}");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
