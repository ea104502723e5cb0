package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

  @Test
  void steps_are_read_as_people_write_them() {
    assertThat(Steps.parse("90m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(Steps.parse("36H")).isEqualTo(Duration.ofHours(36));
    assertThat(Steps.parse("2d")).isEqualTo(Duration.ofDays(2));
    assertThat(Steps.parse("5s")).isEqualTo(Duration.ofSeconds(5));
    assertThat(Steps.parse("PT1H30M")).isEqualTo(Duration.ofMinutes(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0d", "-1d", "PT-1S", "401d", "999999d", "1w", "tomorrow", "1.5h"})
  void whatever_is_no_step_ahead_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Steps.parse(text));
  }
}
