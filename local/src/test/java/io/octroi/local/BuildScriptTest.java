package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts of {@code bin} do before they run a program, with a Maven that only counts. */
class BuildScriptTest {
  private static final Path SCRIPT = Path.of("..", "bin", "lib", "build.sh").toAbsolutePath();

  @TempDir Path clone;

  @BeforeEach
  void a_clone_with_one_module() throws IOException {
    Files.createDirectories(clone.resolve("module/target"));
    Files.writeString(clone.resolve("module/pom.xml"), "<project/>");
    Files.createDirectories(clone.resolve("maven"));
    Files.createFile(
        clone.resolve("maven/mvn"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    maven("sleep 1; echo \"$@\" >> \"$here/builds\"");
  }

  @Test
  void what_was_never_built_is_built_and_then_only_after_a_change() throws Exception {
    assertThat(run(build()).exit()).isZero();
    assertThat(run(build()).exit()).isZero();
    assertThat(builds()).isEqualTo(1);

    Files.writeString(clone.resolve("module/pom.xml"), "<project></project>");

    assertThat(run(build()).exit()).isZero();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void two_commands_at_once_build_once() throws Exception {
    assumeThat(run("command -v flock").exit()).as("no flock here").isZero();

    Process one = start(build());
    Process other = start(build());

    assertThat(finished(one).exit() + finished(other).exit()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_build_that_fails_is_said_and_tried_again_the_next_time() throws Exception {
    maven("exit 1");

    Outcome failed = run(build());

    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.output()).contains("module: the build failed.");
    maven("echo \"$@\" >> \"$here/builds\"");
    assertThat(run(build()).exit()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  private void maven(String body) throws IOException {
    Files.writeString(
        clone.resolve("maven/mvn"), "#!/bin/sh\nhere='" + clone + "'\n" + body + "\n");
  }

  private static String build() {
    return "build_where_stale module : -pl module";
  }

  private long builds() throws IOException {
    try (var lines = Files.lines(clone.resolve("builds"))) {
      return lines.filter(line -> line.endsWith("-pl module package")).count();
    }
  }

  private Outcome run(String command) throws Exception {
    return finished(start(command));
  }

  private Process start(String command) throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder(
            "bash", "-c", "set -euo pipefail; here=$PWD; . '" + SCRIPT + "'; " + command);
    shell.directory(clone.toFile()).redirectErrorStream(true);
    shell.environment().merge("PATH", clone.resolve("maven") + ":", (path, first) -> first + path);
    return shell.start();
  }

  private static Outcome finished(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), output);
  }

  private record Outcome(int exit, String output) {}
}
