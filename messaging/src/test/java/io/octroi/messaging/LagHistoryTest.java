package io.octroi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LagHistoryTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final LagHistory history = new LagHistory();

  @Test
  void who_has_read_everything_is_not_behind_however_long_nothing_has_come() {
    // When
    history.saw(START, Map.of(0, 5L, 1, 0L), Map.of(0, 5L));
    history.saw(at(3600), Map.of(0, 5L, 1, 0L), Map.of(0, 5L));

    // Then
    assertThat(history.records()).isZero();
    assertThat(history.age(at(3600))).isZero();
  }

  @Test
  void what_waits_ages_from_when_it_was_first_seen() {
    // Given
    history.saw(START, Map.of(0, 5L), Map.of(0, 5L));

    // When records come, and more, and none is read
    history.saw(at(10), Map.of(0, 7L), Map.of(0, 5L));
    history.saw(at(20), Map.of(0, 9L), Map.of(0, 5L));

    // Then
    assertThat(history.records()).isEqualTo(4);
    assertThat(history.age(at(25))).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void one_who_catches_up_is_as_far_behind_as_the_oldest_that_is_left() {
    // Given
    history.saw(at(10), Map.of(0, 7L), Map.of(0, 5L));
    history.saw(at(20), Map.of(0, 9L), Map.of(0, 5L));

    // When
    history.saw(at(30), Map.of(0, 9L), Map.of(0, 7L));

    // Then
    assertThat(history.age(at(30))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void the_partition_that_is_furthest_behind_counts() {
    // When
    history.saw(at(10), Map.of(0, 2L, 1, 4L), Map.of(0, 2L));
    history.saw(at(20), Map.of(0, 3L, 1, 4L), Map.of(0, 2L));

    // Then
    assertThat(history.records()).isEqualTo(5);
    assertThat(history.age(at(20))).isEqualTo(Duration.ofSeconds(10));
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }
}
