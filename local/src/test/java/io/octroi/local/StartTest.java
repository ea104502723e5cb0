package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.process.DirectoryLock;
import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PortInUseException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @TempDir Path directory;

  @Test
  void a_folder_that_cannot_be_written_to_is_told_in_one_line() throws Exception {
    // Given a path that leads through a file, which nobody can write below, root neither
    Path file = Files.writeString(directory.resolve("file"), "");

    // Then
    assertThatThrownBy(() -> start(file.resolve("home"), Ports.free()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("cannot be written to")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_taken_port_is_told_with_its_purpose_before_anything_is_started() throws Exception {
    // Given
    Ports ports = Ports.free();
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(LoopbackPorts.address(), ports.smtp()));

      // Then
      assertThatThrownBy(() -> start(directory, ports))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining(String.valueOf(ports.smtp()))
          .hasMessageContaining("mail stand-in");
    }
  }

  @Test
  void a_second_start_from_the_same_folder_is_refused() {
    // Given
    DirectoryLock running = DirectoryLock.acquire(directory);

    // Then
    assertThatThrownBy(() -> start(directory, Ports.free()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("already running");
    running.close();
  }

  private static void start(Path home, Ports ports) {
    LocalSettings settings =
        new LocalSettings(home, home, ports, Duration.ofSeconds(5), false, false);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    LocalSystem.start(settings, new Progress(nowhere)).close();
  }
}
