package io.octroi.platform.database;

import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.Deadline;
import io.octroi.platform.process.DirectoryLock;
import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PidFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server. Its data stays in its directory, with fsync on: what it has committed
 * survives a kill. It keeps its port across {@link #restart()}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The one database; services have a schema each. */
  public static final String DATABASE = "octroi";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String SUPERUSER = "postgres";
  private static final String PURPOSE = "PostgreSQL database";
  private static final int START_ATTEMPTS = 3;

  private final DatabaseSettings settings;
  private final DirectoryLock lock;
  private final ServerControl control;
  private final PidFile pidFile;
  private final String password;
  private int port;
  private ChildProcess child;

  private EmbeddedDatabase(DatabaseSettings settings, DirectoryLock lock) {
    Path directory = settings.directory();
    Path passwordFile = directory.resolve("superuser.password");
    this.settings = settings;
    this.lock = lock;
    this.control = new ServerControl(settings);
    this.pidFile = new PidFile(directory.resolve("database.pid"));
    this.password = SuperuserPassword.in(passwordFile);
    stopOrphan();
    this.port = LoopbackPorts.claim(settings.port(), PURPOSE);
    control.initialise(SUPERUSER, passwordFile);
    this.child = launchWithRetries();
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @throws io.octroi.platform.process.PortInUseException when the port is taken
   * @throws IllegalStateException when the directory is in use, or the server does not come up
   */
  public static EmbeddedDatabase start(DatabaseSettings settings) {
    DirectoryLock lock = DirectoryLock.acquire(settings.directory());
    EmbeddedDatabase database;
    try {
      database = new EmbeddedDatabase(settings, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
    try {
      database.withSuperuser("postgres", c -> Provisioning.database(c, DATABASE));
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  public synchronized long pid() {
    return child.pid();
  }

  public synchronized boolean isAlive() {
    return child.isAlive();
  }

  /**
   * Lets the server and the connections it has by now stand back where processors are short, as
   * {@link ChildProcess#standBack(int)} says. One that does not run does not.
   */
  public void standBack(int niceness) {
    ChildProcess server = server();
    if (server.isAlive()) {
      server.standBack(niceness);
    }
  }

  private synchronized ChildProcess server() {
    return child;
  }

  /** Address of the one database that services share. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The one database, seen by its superuser: for tests and for setting up. */
  public DataSource superuser() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(SUPERUSER);
    source.setPassword(password);
    return source;
  }

  /**
   * Gives a service its role and its schema, or brings them to this state again.
   *
   * @param schema owned by the role, which finds it first; nobody else may use it
   * @param password the role's from now on
   * @throws IllegalArgumentException when a name is not plain lower case
   */
  public void provision(String schema, String role, String password) {
    withSuperuser(
        DATABASE,
        connection -> {
          Provisioning.role(connection, DATABASE, role, password);
          Provisioning.schema(connection, DATABASE, schema, role);
        });
  }

  /** Ends the server and everything it started as a power cut would. */
  public synchronized void kill() {
    child.killAll();
    pidFile.delete();
  }

  /** Stops the server if it runs, and starts it again on the same port and data. */
  public synchronized void restart() {
    stopChild();
    LoopbackPorts.claim(port, PURPOSE);
    child = launch();
  }

  @Override
  public synchronized void close() {
    stopChild();
    lock.close();
  }

  private void stopOrphan() {
    if (pidFile.running().isPresent()) {
      control.stop();
      LOG.atWarn()
          .addKeyValue("directory", settings.directory())
          .log("Stopped the database that an earlier run left behind");
    }
    pidFile.stopStale(settings.stopTimeout());
    control.forgetServer();
  }

  private void stopChild() {
    if (child.isAlive()) {
      control.stop();
    }
    child.stop(settings.stopTimeout());
    pidFile.delete();
  }

  /** Between choosing a free port and binding it, another process may have been quicker. */
  private ChildProcess launchWithRetries() {
    for (int attempt = 1; ; attempt++) {
      try {
        return launch();
      } catch (PortLostException e) {
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
        port = LoopbackPorts.claim(settings.port(), PURPOSE);
      }
    }
  }

  private ChildProcess launch() {
    Deadline deadline = Deadline.after(settings.startTimeout());
    ChildProcess started = control.start(port);
    pidFile.write(started.handle());
    while (!answers()) {
      if (!started.isAlive()) {
        String output = String.join("\n", started.lastOutput(10));
        pidFile.delete();
        if (output.contains("pre-existing shared memory") && !deadline.passed()) {
          // Workers of a killed server are still on their way out.
          Deadline.pause(Duration.ofMillis(200));
          started = control.start(port);
          pidFile.write(started.handle());
        } else {
          throw ended(output);
        }
      }
      if (deadline.passed()) {
        started.kill();
        throw new IllegalStateException(
            "The database did not answer within " + settings.startTimeout());
      }
      Deadline.pause(Duration.ofMillis(20));
    }
    LOG.atInfo()
        .addKeyValue("port", port)
        .addKeyValue("pid", started.pid())
        .log("Database answers");
    return started;
  }

  private static RuntimeException ended(String output) {
    return output.contains("Address already in use")
        ? new PortLostException("The database lost its port to another program.\n" + output)
        : new IllegalStateException(
            "The database ended while starting. Its last output:\n" + output);
  }

  private boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
  }

  private void withSuperuser(String database, Work work) {
    try (Connection connection = connect(database)) {
      work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused to be set up: " + e.getMessage(), e);
    }
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private static final class PortLostException extends IllegalStateException {
    PortLostException(String message) {
      super(message);
    }
  }
}
