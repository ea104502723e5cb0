package io.octroi.bench.baseline;

import io.octroi.bench.server.DatabaseAddress;
import io.octroi.bench.server.ServerSubject;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.server.SpringServer;
import io.octroi.bench.subject.Subject;
import io.octroi.platform.process.ChildCommand;
import java.nio.file.Path;
import java.util.Map;

/** Starts baselines. Each finds its tables new and empty, so a schema is for one at a time. */
public final class Baselines {
  /** To the database, of all processes of a baseline together: commits that share a flush. */
  private static final int CONNECTIONS = 16;

  /** Node computes on one core a process; the machine that this is meant for has two. */
  private static final int PROCESSES = 2;

  private Baselines() {}

  /** Spring Boot on Tomcat with stripe-java, HikariCP and JDBC. */
  public static Subject inJava(
      Door door, DatabaseAddress database, Map<String, Long> foundations, Path log) {
    BaselineTables.create(database);
    Map<String, String> settings =
        Map.of(
            "STRIPE_WEBHOOK_SECRET", door.secret(),
            "SPRING_DATASOURCE_URL", database.jdbcUrl(),
            "SPRING_DATASOURCE_USERNAME", database.username(),
            "SPRING_DATASOURCE_PASSWORD", database.password(),
            "SPRING_DATASOURCE_HIKARI_AUTOCOMMIT", "false",
            "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", String.valueOf(CONNECTIONS));
    return ServerSubject.start(
        SpringServer.command("java baseline", JavaBaseline.class, door.port(), settings, log),
        door,
        foundations);
  }

  /** Fastify with stripe and pg. */
  public static Subject inNode(
      NodeInstallation.Ready node,
      Door door,
      DatabaseAddress database,
      Map<String, Long> foundations,
      Path log) {
    ChildCommand command = node.command("node baseline", settings(door, database, 1), log);
    return startInNode(command, door, database, foundations);
  }

  /** The same by two processes that share its port. */
  public static Subject inNodeCluster(
      NodeInstallation.Ready node,
      Door door,
      DatabaseAddress database,
      Map<String, Long> foundations,
      Path log) {
    ChildCommand command =
        node.command(
            "node baseline, " + PROCESSES + " processes", settings(door, database, PROCESSES), log);
    return startInNode(command, door, database, foundations);
  }

  private static Subject startInNode(
      ChildCommand command, Door door, DatabaseAddress database, Map<String, Long> foundations) {
    BaselineTables.create(database);
    return ServerSubject.start(command, door, foundations);
  }

  private static Map<String, String> settings(Door door, DatabaseAddress database, int processes) {
    return Map.of(
        "HOST", "127.0.0.1",
        "PORT", String.valueOf(door.port()),
        "STRIPE_WEBHOOK_SECRET", door.secret(),
        "DATABASE_URL", database.uri().toString(),
        "POOL_SIZE", String.valueOf(CONNECTIONS / processes),
        "WORKERS", String.valueOf(processes),
        "NODE_ENV", "production");
  }
}
