package io.octroi.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmCommandTest {
  @TempDir Path directory;

  @Test
  void a_jvm_stands_back_as_far_as_it_is_told() throws Exception {
    // Given
    int own = Integer.parseInt(niceness());

    // When
    ChildProcess usual = start(command("usual"));
    ChildProcess nice = start(command("nice").niceness(3));

    // Then
    assertThat(usual.lastOutput(1)).containsExactly(Integer.toString(own));
    assertThat(nice.lastOutput(1)).containsExactly(Integer.toString(Math.min(own + 3, 19)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 20})
  void niceness_is_from_0_to_19(int other) {
    assertThatThrownBy(() -> command("other").niceness(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private JvmCommand command(String name) {
    return JvmCommand.named(name, directory.resolve(name + ".log"))
        .mainClass(JvmCommand.ownClassPath(), TellsItsNiceness.class.getName());
  }

  private static ChildProcess start(JvmCommand command) {
    ChildProcess child = command.start();
    assertThat(child.waitFor(Duration.ofSeconds(30))).isTrue();
    return child;
  }

  private static String niceness() throws IOException {
    byte[] told = new ProcessBuilder("nice").start().getInputStream().readAllBytes();
    return new String(told, StandardCharsets.US_ASCII).strip();
  }

  /** A program whose child inherits its niceness and prints it. */
  static final class TellsItsNiceness {
    private TellsItsNiceness() {}

    public static void main(String[] args) throws IOException {
      System.out.println(niceness());
    }
  }
}
