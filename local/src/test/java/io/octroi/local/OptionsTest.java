package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void values_and_flags_are_read_in_any_order() {
    // When
    Options options =
        Options.parse(List.of("--again", "--home", "elsewhere", "--port-offset", "100"));

    // Then
    assertThat(options.flag("again")).isTrue();
    assertThat(options.path("home", Path.of(".octroi"))).isEqualTo(Path.of("elsewhere"));
    assertThat(options.number("port-offset", 0)).isEqualTo(100);
    assertThat(options.text("plan", "signaux-monthly")).isEqualTo("signaux-monthly");
  }

  @Test
  void a_mistake_is_named() {
    assertThatThrownBy(() -> Options.parse(List.of("--hoem", "x"))).hasMessageContaining("--hoem");
    assertThatThrownBy(() -> Options.parse(List.of("--home"))).hasMessageContaining("--home");
    assertThatThrownBy(() -> Options.parse(List.of("--port-offset", "-1")).number("port-offset", 0))
        .hasMessageContaining("--port-offset");
  }
}
