package io.octroi.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.octroi.platform.process.ChildCommand.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path directory;

  @Test
  void output_and_exit_status_are_kept() {
    // When
    ChildProcess child = start("echo \"hello $WHO\"; echo trouble >&2; exit 7");

    // Then
    assertThat(child.waitFor(PATIENCE)).isTrue();
    assertThat(child.onExit().join()).isEqualTo(7);
    assertThat(child.lastOutput(10)).containsExactly("hello world", "trouble");
    assertThat(child.lastOutput(1)).containsExactly("trouble");
  }

  @Test
  void a_terminals_interrupt_does_not_reach_it_but_a_stop_does() throws Exception {
    // Given
    try (ChildProcess child = start("while :; do sleep 0.1; done")) {
      // When
      signal("INT", child.pid());

      // Then
      assertThat(child.waitFor(Duration.ofMillis(300))).isFalse();
      child.stop(PATIENCE);
      assertThat(child.isAlive()).isFalse();
    }
  }

  @Test
  void one_that_does_not_want_to_stop_is_killed() {
    // Given
    try (ChildProcess child = start("trap '' TERM; echo ready; while :; do sleep 0.1; done")) {
      await().until(() -> child.lastOutput(1).equals(List.of("ready")));

      // When
      child.stop(Duration.ofMillis(200));

      // Then
      assertThat(child.onExit().join()).isEqualTo(128 + 9);
    }
  }

  @Test
  void one_that_takes_its_time_to_stop_is_asked_once_and_left_in_peace() {
    // Given
    String script =
        """
        asked() { echo asked; sleep 1; echo done; exit 0; }
        trap asked TERM
        echo ready
        while :; do sleep 0.1; done
        """;
    try (ChildProcess child = start(script)) {
      await().until(() -> child.lastOutput(1).equals(List.of("ready")));

      // When
      child.stop(PATIENCE);

      // Then
      assertThat(child.lastOutput(10)).containsExactly("ready", "asked", "done");
    }
  }

  @Test
  void it_does_not_outlive_its_parent() throws Exception {
    // Given
    ChildProcess parent = parent(false);
    ProcessHandle grandchild = grandchild();

    // When
    parent.kill();

    // Then
    await().atMost(PATIENCE).until(() -> !grandchild.isAlive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void nor_a_parent_that_is_ended_with_its_whole_process_group(String signal) throws Exception {
    assumeFalse(
        signal.equals("HUP") && ignoresHangUps(),
        "SIGHUP is ignored here, as nohup does it, and ends nothing");

    // Given
    ChildProcess parent = parent(true);
    ProcessHandle grandchild = grandchild();

    // When
    signal(signal, "-" + parent.pid());

    // Then
    assertThat(parent.waitFor(PATIENCE)).isTrue();
    await().atMost(PATIENCE).until(() -> !grandchild.isAlive());
  }

  /** Whoever is started by us ignores what we ignore: {@code SigIgn} of {@code proc(5)}. */
  private static boolean ignoresHangUps() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 1) != 0);
  }

  private ChildProcess parent(boolean ownSession) {
    ChildCommand command =
        JvmCommand.named("parent", directory.resolve("parent.log"))
            .jvmArguments(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"))
            .mainClass(JvmCommand.ownClassPath(), Parent.class.getName())
            .arguments(List.of(directory.toString(), pidOfGrandchild().toString()))
            .build();
    return ChildProcess.start(
        new ChildCommand(
            command.name(),
            command.command(),
            command.environment(),
            command.logFile(),
            command.stopSignal(),
            ownSession));
  }

  private Path pidOfGrandchild() {
    return directory.resolve("grandchild.pid");
  }

  private ProcessHandle grandchild() throws Exception {
    Path pid = pidOfGrandchild();
    await().atMost(PATIENCE).until(() -> Files.exists(pid) && Files.size(pid) > 0);
    ProcessHandle grandchild =
        ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
    assertThat(grandchild.isAlive()).isTrue();
    return grandchild;
  }

  @Test
  void a_program_that_is_not_there_is_told() {
    ChildProcess child =
        ChildProcess.start(command(List.of("no-such-program-here"), StopSignal.TERM));

    assertThat(child.waitFor(PATIENCE)).isTrue();
    assertThat(child.onExit().join()).isEqualTo(127);
    assertThat(child.lastOutput(1).getFirst()).contains("no-such-program-here");
  }

  @Test
  void a_pid_file_finds_the_very_process_and_no_other() {
    // Given
    PidFile file = new PidFile(directory.resolve("child.pid"));
    try (ChildProcess child = start("while :; do sleep 0.1; done")) {
      file.write(child.handle());
      Instant started = child.handle().info().startInstant().orElseThrow();

      // When, Then
      assertThat(file.running()).contains(child.handle());
      assertThat(PidFile.sameProcess(child.pid(), started.minusSeconds(60))).isEmpty();
      assertThat(file.stopStale(PATIENCE)).isTrue();
      assertThat(child.waitFor(PATIENCE)).isTrue();
      assertThat(file.running()).isEmpty();
      assertThat(file.stopStale(PATIENCE)).isFalse();
    }
  }

  @Test
  void a_torn_pid_file_means_nobody() throws Exception {
    Path file = directory.resolve("child.pid");
    Files.writeString(file, "12");

    assertThat(new PidFile(file).running()).isEmpty();
  }

  @Test
  void a_log_file_that_cannot_be_written_is_an_error() throws Exception {
    Path blocked = Files.createFile(directory.resolve("file"));
    ChildCommand command =
        new ChildCommand(
            "child", List.of("true"), Map.of(), blocked.resolve("log"), StopSignal.TERM, false);

    assertThatThrownBy(() -> ChildProcess.start(command)).isInstanceOf(UncheckedIOException.class);
  }

  private ChildProcess start(String script) {
    return ChildProcess.start(command(List.of("sh", "-c", script), StopSignal.TERM));
  }

  private ChildCommand command(List<String> line, StopSignal signal) {
    return new ChildCommand(
        "child", line, Map.of("WHO", "world"), directory.resolve("child.log"), signal, false);
  }

  private static void signal(String name, long pid) throws Exception {
    signal(name, Long.toString(pid));
  }

  /**
   * @param whom a pid, or a process group with a minus before it
   */
  private static void signal(String name, String whom) throws Exception {
    assertThat(new ProcessBuilder("kill", "-s", name, "--", whom).start().waitFor()).isZero();
  }

  /** Starts a child, tells its pid, and waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws Exception {
      ChildProcess child =
          ChildProcess.start(
              new ChildCommand(
                  "grandchild",
                  List.of("sh", "-c", "while :; do sleep 0.1; done"),
                  Map.of(),
                  Path.of(args[0]).resolve("grandchild.log"),
                  StopSignal.TERM,
                  true));
      Files.writeString(Path.of(args[1]), Long.toString(child.pid()));
      child.waitFor(Duration.ofMinutes(1));
    }
  }
}
