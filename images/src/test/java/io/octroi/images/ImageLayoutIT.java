package io.octroi.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.platform.process.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Dockerfile does, without Docker: the same script, and the same command line. */
class ImageLayoutIT {
  private static final Path JAR = Path.of("target", "gateway.jar").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void a_service_starts_from_its_layers_and_its_cache() throws Exception {
    // Given
    Path app = folder.resolve("app");
    Process layout =
        run(
            List.of("./layout", JAR.toString(), folder + "/layers", app.toString()),
            Map.of(),
            "layout");
    assertThat(layout.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(layout.exitValue()).as(log("layout")).isZero();
    assertThat(app.resolve("app.aot")).isNotEmptyFile();
    assertThat(folder.resolve("layers/dependencies/lib").toFile().list()).hasSizeGreaterThan(50);
    assertThat(folder.resolve("layers/application/app.jar")).isNotEmptyFile();

    // When
    int management = LoopbackPorts.free();
    Process service = run(entrypoint(app), environment(management), "service");

    // Then
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> healthy(management) || !service.isAlive());
    assertThat(service.isAlive()).as(log("service")).isTrue();
    service.destroy();
    assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(healthy(management)).isFalse();
  }

  /** The image's, with the paths of this test. */
  private List<String> entrypoint(Path app) throws IOException {
    List<String> command = new ArrayList<>();
    for (String part : Dockerfile.read(Path.of("Dockerfile")).image().command("ENTRYPOINT")) {
      command.add(part.replace("/app/", app + "/").replace("tmpdir=/tmp", "tmpdir=" + folder));
    }
    command.set(0, javaHome().resolve("bin/java").toString());
    command.add(1, "-Xmx160m");
    // A cache that does not fit is an error then.
    command.add(1, "-XX:AOTMode=on");
    return command;
  }

  private static Map<String, String> environment(int management) {
    return Map.of(
        "PORT", String.valueOf(LoopbackPorts.free()),
        "MANAGEMENT_PORT", String.valueOf(management),
        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
  }

  private boolean healthy(int management) throws Exception {
    Process check =
        run(
            List.of("./healthy"),
            Map.of(
                "OCTROI_SERVICE", "gateway", "OCTROI_MANAGEMENT_PORT", String.valueOf(management)),
            "healthy");
    return check.waitFor(10, TimeUnit.SECONDS) && check.exitValue() == 0;
  }

  private Process run(List<String> command, Map<String, String> environment, String log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log + ".log").toFile());
    builder.environment().put("JAVA_HOME", javaHome().toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }
}
