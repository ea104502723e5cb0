package io.octroi.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.platform.process.ChildCommand.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {
  /** Seconds that only these children sleep: by them they are known when their parent is gone. */
  private final String seconds = "60." + System.nanoTime();

  @TempDir Path directory;

  @AfterEach
  void nobodyIsLeft() {
    children().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void who_is_begun_while_it_dies_dies_too() {
    // Given
    String script =
        "for i in $(seq 1000); do sleep %s & sleep 0.001; done; wait".formatted(seconds);
    ChildCommand command =
        new ChildCommand(
            "parent",
            List.of("sh", "-c", script),
            Map.of(),
            directory.resolve("parent.log"),
            StopSignal.TERM,
            false);
    try (ChildProcess parent = ChildProcess.start(command)) {
      await().until(() -> parent.handle().children().count() > 10);

      // When
      parent.killAll();

      // Then
      assertThat(parent.isAlive()).isFalse();
      assertThat(children()).isEmpty();
    }
  }

  private List<ProcessHandle> children() {
    return ProcessHandle.allProcesses()
        .filter(
            process -> List.of(process.info().arguments().orElse(new String[0])).contains(seconds))
        .toList();
  }
}
