package io.octroi.bench;

import io.octroi.bench.baseline.Baselines;
import io.octroi.bench.baseline.NodeInstallation;
import io.octroi.bench.floor.Floors;
import io.octroi.bench.scenario.Beside;
import io.octroi.bench.server.DatabaseAddress;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.subject.Octroi;
import io.octroi.bench.subject.Subject;
import io.octroi.bench.subject.Surroundings;
import io.octroi.platform.database.DatabaseSettings;
import io.octroi.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is measured beside the product in the same run, on the same broker, and on a database server
 * with the product's settings. That is its own, since the product's stands back for its gateway.
 */
final class Neighbours implements AutoCloseable {
  private static final Path NODE = Path.of("bench", "baseline-node");

  private final Octroi octroi;
  private final Path homes;
  private final Path logs;
  private final Map<Beside, Subject> subjects = new EnumMap<>(Beside.class);
  private final Deque<Runnable> toClose = new ArrayDeque<>();
  private @Nullable EmbeddedDatabase server;

  /**
   * @param homes below which their database is kept; exists
   */
  Neighbours(Octroi octroi, Path homes, Path logs) {
    this.octroi = octroi;
    this.homes = homes;
    this.logs = logs;
  }

  /** Starts those that can run here, and says which cannot. */
  void startAll(PrintStream console) {
    Map<String, Long> kafka = Map.of("kafka", octroi.system().broker().pid());
    Map<String, Long> postgresql = Map.of("postgresql", server().pid());
    add(Beside.TOMCAT, Floors.tomcat(door(), log("bare-tomcat")));
    add(
        Beside.PRODUCER,
        Floors.producerBehindTomcat(
            door(),
            octroi.system().broker().bootstrapServers(),
            kafka,
            log("producer-behind-tomcat")));
    add(
        Beside.JAVA,
        Baselines.inJava(door(), database("java_baseline"), postgresql, log("java-baseline")));
    switch (NodeInstallation.prepare(NODE, log("node-packages"))) {
      case NodeInstallation.Ready node -> {
        add(
            Beside.NODE,
            Baselines.inNode(
                node, door(), database("node_baseline"), postgresql, log("node-baseline")));
        add(
            Beside.NODE_CLUSTER,
            Baselines.inNodeCluster(
                node,
                door(),
                database("node_cluster_baseline"),
                postgresql,
                log("node-cluster-baseline")));
      }
      case NodeInstallation.Missing(String reason) ->
          console.println("Without the baseline in Node: " + reason);
    }
  }

  private void add(Beside beside, Subject subject) {
    subjects.put(beside, subject);
    toClose.push(subject::close);
  }

  private Door door() {
    return Door.signedWith(octroi.secret());
  }

  private Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /** A schema of its own, and the role that owns it, both of this name. */
  DatabaseAddress database(String name) {
    String password = UUID.randomUUID().toString();
    server().provision(name, name, password);
    return new DatabaseAddress(server().jdbcUrl(), name, password);
  }

  private EmbeddedDatabase server() {
    EmbeddedDatabase started = server;
    if (started == null) {
      started = EmbeddedDatabase.start(settings());
      toClose.push(started::close);
      server = started;
    }
    return started;
  }

  private DatabaseSettings settings() {
    try {
      return DatabaseSettings.in(Files.createTempDirectory(homes, "neighbours-"))
          .withOverrides(Surroundings.DATABASE);
    } catch (IOException e) {
      throw new UncheckedIOException("no place for a database below " + homes, e);
    }
  }

  Map<Beside, Subject> subjects() {
    return Map.copyOf(subjects);
  }

  @Override
  public void close() {
    while (!toClose.isEmpty()) {
      toClose.pop().run();
    }
  }
}
