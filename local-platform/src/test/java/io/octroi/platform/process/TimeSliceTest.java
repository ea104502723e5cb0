package io.octroi.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSliceTest {
  @TempDir Path directory;

  private Optional<Duration> own = Optional.empty();

  @BeforeEach
  void remember() {
    own = TimeSlice.current();
  }

  @Test
  void what_is_begun_so_has_the_shortest_and_nothing_else_has() throws Exception {
    assumeThat(own).as("a time slice, which Linux tells since 6.12").isPresent();

    assertThat(TimeSlice.shortest(TimeSlice::current)).contains(TimeSlice.SHORTEST);
    assertThat(TimeSlice.current()).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_program_has_the_time_slice_that_its_command_names(boolean shortTimeSlice) {
    assumeThat(own).as("a time slice, which Linux tells since 6.12").isPresent();

    assertThat(output(shortTimeSlice))
        .contains("slice " + (shortTimeSlice ? TimeSlice.SHORTEST : own.orElseThrow()));
  }

  @Test
  void where_the_system_knows_none_it_is_begun_as_well() throws Exception {
    String system = System.getProperty("os.name");
    System.setProperty("os.name", "another");
    try {
      assertThat(TimeSlice.shortest(() -> "begun")).isEqualTo("begun");
      assertThat(TimeSlice.current()).isEmpty();
    } finally {
      System.setProperty("os.name", system);
    }
  }

  @Test
  void what_cannot_be_begun_is_told() {
    assertThatThrownBy(() ->
            TimeSlice.shortest(() -> {
              throw new IOException("no such program");
            }))
        .isInstanceOf(IOException.class)
        .hasMessage("no such program");
  }

  private List<String> output(boolean shortTimeSlice) {
    try (ChildProcess program =
        JvmCommand.named("program", directory.resolve("program.log"))
            .jvmArguments(List.of("--enable-native-access=ALL-UNNAMED"))
            .mainClass(JvmCommand.ownClassPath(), Tells.class.getName())
            .shortTimeSlice(shortTimeSlice)
            .start()) {
      assertThat(program.waitFor(Duration.ofSeconds(30))).isTrue();
      return program.lastOutput(5);
    }
  }

  /** Prints its time slice. */
  static final class Tells {
    private Tells() {}

    public static void main(String[] args) {
      System.out.println("slice " + TimeSlice.current().map(Duration::toString).orElse("none"));
    }
  }
}
