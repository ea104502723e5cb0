package io.octroi.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlateauTest {
  @Test
  void it_is_reached_when_two_rates_in_a_row_are_hardly_better_than_the_best_before() {
    assertThat(reached(100, 200, 300, 310, 290)).containsExactly(false, false, false, false, true);
  }

  @Test
  void one_slow_moment_is_no_plateau() {
    assertThat(reached(100, 200, 150, 300, 290, 305))
        .containsExactly(false, false, false, false, false, true);
  }

  @Test
  void a_rate_that_creeps_up_is_told_from_one_that_rises() {
    assertThat(reached(100, 105, 109)).containsExactly(false, false, true);
    assertThat(reached(100, 111, 123)).containsExactly(false, false, false);
  }

  private static Boolean[] reached(double... rates) {
    Plateau plateau = new Plateau();
    return DoubleStream.of(rates).mapToObj(plateau::reached).toArray(Boolean[]::new);
  }
}
