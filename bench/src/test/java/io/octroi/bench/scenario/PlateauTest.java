package io.octroi.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PlateauTest {
  @Test
  void it_is_reached_when_three_rates_in_a_row_are_hardly_better_than_the_best_before() {
    assertThat(reached(100, 200, 300, 310, 290, 305))
        .containsExactly(false, false, false, false, false, true);
  }

  @Test
  void slow_moments_are_no_plateau() {
    assertThat(reached(100, 200, 150, 180, 300, 290, 305, 310))
        .containsExactly(false, false, false, false, false, false, false, true);
  }

  @Test
  void a_rate_that_creeps_up_rises_all_the_same() {
    assertThat(reached(100, 104, 108, 112, 116)).containsOnly(false);
    assertThat(reached(100, 104, 103, 104)).containsExactly(false, false, false, true);
  }

  private static Boolean[] reached(double... rates) {
    Plateau plateau = new Plateau();
    return DoubleStream.of(rates).mapToObj(plateau::reached).toArray(Boolean[]::new);
  }
}
