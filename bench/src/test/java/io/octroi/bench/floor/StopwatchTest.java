package io.octroi.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class StopwatchTest {

  @Test
  void what_is_done_before_the_measured_time_does_not_count() throws Exception {
    LongAdder all = new LongAdder();
    Work work =
        (going, done) -> {
          while (going.getAsBoolean()) {
            done.increment();
            all.increment();
          }
        };

    FloorFigure figure =
        new Stopwatch()
            .measure("counting", List.of(work), Duration.ofMillis(200), Duration.ofMillis(50));

    assertThat(figure.events()).isPositive().isLessThan(all.sum());
    assertThat(figure.elapsed()).isBetween(Duration.ofMillis(50), Duration.ofSeconds(10));
  }

  @Test
  void a_floor_that_fails_has_no_figure_and_waits_for_nobody() {
    Work fails =
        (_, _) -> {
          throw new IllegalStateException("broken");
        };

    assertThatThrownBy(() ->
            new Stopwatch()
                .measure("failing", List.of(fails), Duration.ofHours(1), Duration.ofHours(1)))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("broken");
  }

  @Test
  void a_figure_comes_through_a_line_whole() {
    FloorFigure figure =
        new FloorFigure("counting", 12, Duration.ofMillis(1_500), Duration.ofNanos(7));

    assertThat(FloorFigure.read("counting", figure.line())).isEqualTo(figure);
    assertThat(figure.perSecond()).isEqualTo(8);
  }
}
