package io.octroi.bench;

import io.octroi.bench.baseline.Baselines;
import io.octroi.bench.baseline.NodeInstallation;
import io.octroi.bench.floor.Floors;
import io.octroi.bench.scenario.Beside;
import io.octroi.bench.server.DatabaseAddress;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.subject.Octroi;
import io.octroi.bench.subject.Subject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is measured beside the product in the same run, on the same broker and the same database
 * server.
 */
final class Neighbours implements AutoCloseable {
  private static final Path NODE = Path.of("bench", "baseline-node");

  private final Octroi octroi;
  private final Path logs;
  private final Map<Beside, Subject> subjects = new EnumMap<>(Beside.class);
  private final Deque<Subject> toClose = new ArrayDeque<>();

  Neighbours(Octroi octroi, Path logs) {
    this.octroi = octroi;
    this.logs = logs;
  }

  /** Starts those that can run here, and says which cannot. */
  void startAll(PrintStream console) {
    Map<String, Long> pids = octroi.pids();
    Map<String, Long> kafka = Map.of("kafka", pids.getOrDefault("kafka", 0L));
    Map<String, Long> postgresql = Map.of("postgresql", pids.getOrDefault("postgresql", 0L));
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
        Baselines.inJava(
            door(), database(octroi, "java_baseline"), postgresql, log("java-baseline")));
    switch (NodeInstallation.prepare(NODE, log("node-packages"))) {
      case NodeInstallation.Ready node -> {
        add(
            Beside.NODE,
            Baselines.inNode(
                node, door(), database(octroi, "node_baseline"), postgresql, log("node-baseline")));
        add(
            Beside.NODE_CLUSTER,
            Baselines.inNodeCluster(
                node,
                door(),
                database(octroi, "node_cluster_baseline"),
                postgresql,
                log("node-cluster-baseline")));
      }
      case NodeInstallation.Missing(String reason) ->
          console.println("Without the baseline in Node: " + reason);
    }
  }

  private void add(Beside beside, Subject subject) {
    subjects.put(beside, subject);
    toClose.push(subject);
  }

  private Door door() {
    return Door.signedWith(octroi.secret());
  }

  private Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /** A schema of its own, and the role that owns it, both of this name. */
  static DatabaseAddress database(Octroi octroi, String name) {
    String password = UUID.randomUUID().toString();
    octroi.system().database().provision(name, name, password);
    return new DatabaseAddress(octroi.system().database().jdbcUrl(), name, password);
  }

  Map<Beside, Subject> subjects() {
    return Map.copyOf(subjects);
  }

  @Override
  public void close() {
    while (!toClose.isEmpty()) {
      toClose.pop().close();
    }
  }
}
