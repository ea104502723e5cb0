package io.octroi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.platform.broker.BrokerSettings;
import io.octroi.platform.broker.EmbeddedBroker;
import io.octroi.platform.database.DatabaseSettings;
import io.octroi.platform.database.EmbeddedDatabase;
import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.JvmCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens after the process that started broker and database was killed. */
class OrphanIT {
  @TempDir Path directory;

  @Test
  void a_killed_owner_leaves_nothing_in_the_way_of_the_next() throws Exception {
    // Given
    Path ready = directory.resolve("ready");
    ChildProcess owner =
        JvmCommand.named("owner", directory.resolve("owner.log"))
            .mainClass(JvmCommand.ownClassPath(), Owner.class.getName())
            .arguments(List.of(directory.toString(), ready.toString()))
            .start();
    await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ready));
    List<ProcessHandle> orphans =
        Files.readAllLines(ready).stream()
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
    assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);

    // When
    owner.kill();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(databaseIn(directory));
        EmbeddedBroker broker = EmbeddedBroker.start(brokerIn(directory))) {
      // Then
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      assertThat(database.isAlive()).isTrue();
      assertThat(broker.isAlive()).isTrue();
      broker.createTopics(Map.of("webhooks", 1));
    }
  }

  private static DatabaseSettings databaseIn(Path directory) {
    return DatabaseSettings.in(directory.resolve("database"));
  }

  private static BrokerSettings brokerIn(Path directory) {
    return BrokerSettings.in(directory.resolve("broker"));
  }

  /** Starts both, tells their pids, and waits to be killed. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] args) throws Exception {
      Path directory = Path.of(args[0]);
      try (EmbeddedDatabase database = EmbeddedDatabase.start(databaseIn(directory));
          EmbeddedBroker broker = EmbeddedBroker.start(brokerIn(directory))) {
        broker.createTopics(Map.of("webhooks", 1));
        Path file = Path.of(args[1]);
        Path unfinished = file.resolveSibling("unfinished");
        Files.writeString(unfinished, database.pid() + "\n" + broker.pid() + "\n");
        Files.move(unfinished, file);
        Thread.currentThread().join();
      }
    }
  }
}
