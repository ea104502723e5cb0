package io.octroi.testing;

import io.octroi.platform.broker.BrokerSettings;
import io.octroi.platform.broker.EmbeddedBroker;
import io.octroi.platform.database.DatabaseSettings;
import io.octroi.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Broker and database as child processes, in a directory that goes with the JVM. */
final class EmbeddedInfrastructure implements Infrastructure {
  private static final String PASSWORD = "test";

  private final EmbeddedBroker broker;
  private final EmbeddedDatabase database;

  EmbeddedInfrastructure() {
    Path directory = temporaryDirectory();
    broker = EmbeddedBroker.start(BrokerSettings.in(directory.resolve("kafka")));
    database = EmbeddedDatabase.start(DatabaseSettings.in(directory.resolve("postgresql")));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory)));
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void createTopics(Map<String, Integer> partitionsByName) {
    broker.createTopics(partitionsByName);
  }

  @Override
  public TestDatabase database(String schema, String role) {
    database.provision(schema, role, PASSWORD);
    return new TestDatabase(database.jdbcUrl(), role, PASSWORD);
  }

  private void stop(Path directory) {
    broker.close();
    database.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // A folder of the system's temporary directory that the system clears in its time.
      System.Logger log = System.getLogger(EmbeddedInfrastructure.class.getName());
      log.log(System.Logger.Level.DEBUG, "The test directory was not removed", e);
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("octroi-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
