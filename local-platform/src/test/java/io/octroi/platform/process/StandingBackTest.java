package io.octroi.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingBackTest {
  private static final int FIELD_AFTER_NAME = 16;

  private static final Path OWN_GROUP = Path.of("/proc/self/autogroup");

  @TempDir Path directory;

  @Test
  @EnabledOnOs(OS.LINUX)
  void all_of_a_jvm_stands_back_but_its_compilers() {
    // Given
    int own = niceness(Path.of("/proc/self/stat"));
    int further = Math.min(own + 3, 19);
    try (ChildProcess program = start()) {
      // When
      program.standBack(further);

      // Then
      Map<String, Integer> threads = niceness(program.pid());
      assertThat(threads).containsEntry("C2 CompilerThre", own).containsEntry("java", further);
      assertThat(threads.values().stream().filter(n -> n == further).count()).isGreaterThan(3);
      threads.keySet().removeIf(name -> name.contains("Compiler"));
      assertThat(threads.values()).containsOnly(further);
    }
  }

  @Test
  @EnabledIf("dividesBySessions")
  void a_jvm_has_a_part_of_the_processors_that_is_ranked_alone() throws Exception {
    // Given
    String own = Files.readString(OWN_GROUP);
    try (ChildProcess program = start()) {
      // When
      program.standBack(5);

      // Then
      assertThat(Files.readString(group(program.pid()))).endsWith(" nice 5\n");
      assertThat(Files.readString(OWN_GROUP)).isEqualTo(own);
    }
  }

  static boolean dividesBySessions() {
    return Files.exists(OWN_GROUP);
  }

  private static Path group(long pid) {
    return Path.of("/proc", String.valueOf(pid), "autogroup");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 20})
  void niceness_is_from_0_to_19(int other) {
    try (ChildProcess program = start()) {
      assertThatThrownBy(() -> program.standBack(other))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private ChildProcess start() {
    ChildProcess program =
        JvmCommand.named("program", directory.resolve("program.log"))
            .mainClass(JvmCommand.ownClassPath(), Waits.class.getName())
            .start();
    Deadline deadline = Deadline.after(Duration.ofSeconds(30));
    while (!program.lastOutput(1).contains("here")) {
      assertThat(deadline.passed()).isFalse();
      Deadline.pause(Duration.ofMillis(50));
    }
    return program;
  }

  /** Of each thread, by its name; of threads of one name any. */
  private static Map<String, Integer> niceness(long pid) {
    Map<String, Integer> threads = new TreeMap<>();
    try (Stream<Path> all = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
      for (Path thread : all.toList()) {
        threads.put(
            Files.readString(thread.resolve("comm")).strip(), niceness(thread.resolve("stat")));
      }
      return threads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int niceness(Path stat) {
    try {
      String line = Files.readString(stat);
      List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
      return Integer.parseInt(fields.get(FIELD_AFTER_NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program that is there until it is ended. */
  static final class Waits {
    private Waits() {}

    public static void main(String[] args) throws InterruptedException {
      System.out.println("here");
      Thread.sleep(Duration.ofMinutes(1));
    }
  }
}
