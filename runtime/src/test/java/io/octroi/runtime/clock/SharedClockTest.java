package io.octroi.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClockTest {
  private static final Instant NOW = Instant.parse("2026-02-03T10:15:30Z");
  private static final Clock BASE = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void a_new_clock_goes_with_the_machine() {
    assertThat(open().instant()).isEqualTo(NOW);
  }

  @Test
  void whoever_moves_it_moves_it_for_everybody() {
    SharedClock here = open();
    SharedClock there = open();
    Clock elsewhere = there.withZone(ZoneId.of("Pacific/Kiritimati"));

    here.advance(Duration.ofDays(28));
    there.advance(Duration.ofMillis(7));

    Instant moved = NOW.plus(Duration.ofDays(28)).plusMillis(7);
    assertThat(here.instant()).isEqualTo(moved);
    assertThat(there.instant()).isEqualTo(moved);
    assertThat(elsewhere.instant()).isEqualTo(moved);
    assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Pacific/Kiritimati"));
  }

  @Test
  void it_stays_where_it_was_moved_to() {
    open().advance(Duration.ofHours(2));

    assertThat(open().offset()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void it_never_goes_back() {
    assertThatIllegalArgumentException().isThrownBy(() -> open().advance(Duration.ofMillis(-1)));
  }

  @Test
  void a_file_that_cannot_be_made_is_said() {
    Path missing = folder.resolve("missing").resolve("clock");

    assertThatThrownBy(() -> SharedClock.open(missing, BASE))
        .isInstanceOf(UncheckedIOException.class);
  }

  private SharedClock open() {
    return SharedClock.open(folder.resolve("clock"), BASE);
  }
}
