package io.octroi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long START = 5_000_000_000L;

  @Test
  void a_constant_rate_is_evenly_spread() {
    long[] offsets = OpenLoop.constant(1_000, Duration.ofSeconds(3)).offsets();
    assertThat(offsets).hasSize(3_000);
    assertThat(offsets[0]).isZero();
    assertThat(offsets[1]).isEqualTo(1_000_000);
    assertThat(offsets[2_999]).isEqualTo(2_999_000_000L);
  }

  @Test
  void bursts_come_on_top_of_the_rate_all_at_one_moment() {
    long[] offsets =
        OpenLoop.bursts(10, Duration.ofSeconds(4), Duration.ofSeconds(2), 50).offsets();
    assertThat(offsets).hasSize(40 + 50).isSorted();
    assertThat(Arrays.stream(offsets).filter(at -> at == 2_000_000_000L)).hasSize(51);
  }

  @Test
  void what_could_not_be_sent_in_time_keeps_the_time_it_was_meant_for() {
    OpenLoop pace = OpenLoop.constant(1_000, Duration.ofSeconds(1));
    pace.begin(START);
    long late = START + 500_000_000;
    assertThat(pace.due(late)).isEqualTo(START);
    pace.sent();
    assertThat(pace.due(late)).isEqualTo(START + 1_000_000);
  }

  @Test
  void an_open_loop_ends_after_its_last_request() {
    OpenLoop pace = OpenLoop.constant(2, Duration.ofSeconds(1));
    pace.begin(START);
    pace.sent();
    pace.sent();
    assertThat(pace.due(START)).isEqualTo(Pace.ENDED);
  }

  @Test
  void a_closed_loop_is_always_due_until_its_time_is_over() {
    ClosedLoop pace = ClosedLoop.during(Duration.ofSeconds(1));
    pace.begin(START);
    assertThat(pace.due(START + 999_999_999)).isEqualTo(START + 999_999_999);
    assertThat(pace.due(START + 1_000_000_000)).isEqualTo(Pace.ENDED);
  }

  @Test
  void a_closed_loop_of_so_many_sends_no_more() {
    ClosedLoop pace = ClosedLoop.of(1, Duration.ofSeconds(1));
    pace.begin(START);
    pace.sent();
    assertThat(pace.due(START)).isEqualTo(Pace.ENDED);
  }

  @Test
  void a_loop_that_waits_for_effects_goes_on_when_they_are_there() {
    AtomicLong done = new AtomicLong();
    ClosedLoop pace = ClosedLoop.behind(Duration.ofSeconds(1), done::get, 2);
    pace.begin(START);
    pace.sent();
    pace.sent();
    assertThat(pace.due(START)).isGreaterThan(START).isLessThan(START + 1_000_000);
    done.set(1);
    assertThat(pace.due(START)).isEqualTo(START);
  }
}
