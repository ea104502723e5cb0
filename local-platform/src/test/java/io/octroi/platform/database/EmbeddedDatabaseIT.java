package io.octroi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PortInUseException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  private static final String PASSWORD = "it's a secret";

  private static final int STANDING_BACK = 19;

  @TempDir Path directory;

  @Test
  void a_restart_and_a_kill_keep_every_committed_row() throws Exception {
    // Given
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(directory))) {
      database.provision("payments", "payments", PASSWORD);
      execute(database, "payments", "create table fact (id int)");
      execute(database, "payments", "insert into fact values (1)");

      // When
      database.restart();
      execute(database, "payments", "insert into fact values (2)");
      database.kill();
      assertThat(database.isAlive()).isFalse();
      database.restart();

      // Then
      assertThat(count(database, "payments", "select count(*) from payments.fact")).isEqualTo(2);
    }

    // When
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(directory))) {
      database.provision("payments", "payments", PASSWORD);

      // Then
      assertThat(count(database, "payments", "select count(*) from fact")).isEqualTo(2);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void it_stands_back_with_its_connections_and_leaves_its_parents_session_alone() throws Exception {
    // Given
    Path ownSession = Path.of("/proc/self/autogroup");
    String before = Files.exists(ownSession) ? Files.readString(ownSession) : "";
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(directory));
        Connection connection = database.superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
      pid.next();

      // When
      database.standBack(STANDING_BACK);

      // Then
      for (long process : List.of(database.pid(), pid.getLong(1))) {
        assertThat(niceness(process)).isEqualTo(STANDING_BACK);
        if (!before.isEmpty()) {
          assertThat(Files.readString(Path.of("/proc", String.valueOf(process), "autogroup")))
              .endsWith(" nice " + STANDING_BACK + "\n");
        }
      }
      if (!before.isEmpty()) {
        assertThat(Files.readString(ownSession)).isEqualTo(before);
      }
    }
  }

  private static int niceness(long pid) throws Exception {
    String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    // Of proc_pid_stat(5) the 19th, two of which end with the bracket of the name.
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
  }

  @Test
  void a_role_sees_its_own_schema_only_and_durability_is_on() throws Exception {
    // Given
    try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(directory))) {
      database.provision("payments", "payments", PASSWORD);
      database.provision("notifier", "notifier", PASSWORD);
      execute(database, "payments", "create table fact (id int)");

      // When, Then
      assertThatThrownBy(() -> count(database, "notifier", "select count(*) from payments.fact"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for schema payments");
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), "payments", "wrong").close())
          .hasMessageContaining("password authentication failed");
      try (Connection connection = database.superuser().getConnection();
          Statement statement = connection.createStatement();
          ResultSet fsync = statement.executeQuery("show fsync")) {
        assertThat(fsync.next()).isTrue();
        assertThat(fsync.getString(1)).isEqualTo("on");
      }
    }
  }

  @Test
  void a_taken_port_is_told_in_one_clear_sentence() throws Exception {
    // Given
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(LoopbackPorts.address(), 0));
      DatabaseSettings settings = DatabaseSettings.in(directory).withPort(taken.getLocalPort());

      // When, Then
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("PostgreSQL database");
    }
  }

  @Test
  void one_directory_has_one_owner() {
    // Given
    try (EmbeddedDatabase owner = EmbeddedDatabase.start(DatabaseSettings.in(directory))) {
      // When, Then
      assertThatThrownBy(() -> EmbeddedDatabase.start(DatabaseSettings.in(directory)))
          .hasMessageContaining("in use by a running instance");
      assertThat(owner.isAlive()).isTrue();
    }
  }

  private static void execute(EmbeddedDatabase database, String role, String sql)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(EmbeddedDatabase database, String role, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role, PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }
}
