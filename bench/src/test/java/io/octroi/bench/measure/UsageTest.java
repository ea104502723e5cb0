package io.octroi.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void processor_time_is_read_behind_a_name_with_blanks_and_brackets() {
    String stat =
        "4711 (a (b) c) S 1 4711 4711 0 -1 4194560 100 200 0 0 70 30 7 3 20 0 12 0 100 1000 10 x";
    assertThat(Usage.ticks(stat)).isEqualTo(110);
  }

  @Test
  void memory_is_read_in_kibibytes() {
    assertThat(Usage.residentBytes("Name:\tjava\nVmHWM:\t  999 kB\nVmRSS:\t  123 kB\n"))
        .isEqualTo(123 * 1024);
    assertThat(Usage.residentBytes("")).isZero();
  }

  @Test
  void what_was_used_before_does_not_count() {
    Usage before = new Usage(Map.of("gateway", Duration.ofSeconds(1)), Map.of());
    Usage after = new Usage(Map.of("gateway", Duration.ofSeconds(2)), Map.of());
    assertThat(after.microsPerEvent(before, 10_000)).containsEntry("gateway", 100.0);
  }
}
