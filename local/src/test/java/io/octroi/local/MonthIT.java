package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.local.demo.Month;
import io.octroi.local.demo.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A member's month on the whole system, in services whose zone changes its clocks meanwhile. */
class MonthIT {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final LocalSystem SYSTEM = WholeSystem.movable();

  @Test
  void a_member_is_let_in_reminded_put_out_and_let_in_again_at_the_same_instants() {
    // Given
    DemoCommand.approachChange(SYSTEM, PARIS);
    Instant begin = SYSTEM.clock().instant();

    // When
    play(SYSTEM, "of-a-month", Optional.empty());

    // Then the clocks were changed meanwhile, and it went as it must
    assertThat(PARIS.getRules().getOffset(begin))
        .isNotEqualTo(PARIS.getRules().getOffset(begin.plus(Month.PLAN)));
  }

  /** {@code -Doctroi.demo.pause-after=26d} lets them be away over the end. */
  @ParameterizedTest
  @MethodSource("pauses")
  void workers_that_were_away_for_five_days_do_once_what_is_still_useful(Pause pause) {
    play(SYSTEM, "of-a-month-without-workers", Optional.of(pause));
  }

  /** {@code -Doctroi.demo.zones=Etc/GMT+12,Pacific/Kiritimati} plays it there, too. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("zones")
  void the_zone_of_the_services_changes_nothing(ZoneId zone, @TempDir Path elsewhere) {
    try (LocalSystem there = WholeSystem.start(elsewhere, DemoCommand.tuning(Optional.of(zone)))) {
      play(there, "elsewhere", Optional.empty());
    }
  }

  static Stream<Pause> pauses() {
    return listed("octroi.demo.pause-after", "24d")
        .map(after -> new Pause(Steps.parse(after), Duration.ofDays(5)));
  }

  static Stream<ZoneId> zones() {
    return listed("octroi.demo.zones", "").map(ZoneId::of);
  }

  private static Stream<String> listed(String property, String otherwise) {
    return Stream.of(System.getProperty(property, otherwise).split(","))
        .filter(value -> !value.isEmpty());
  }

  private static void play(LocalSystem on, String customer, Optional<Pause> pause) {
    try (Month month = new Month(on, customer, line -> System.out.println(line))) {
      month.play(pause);
    }
  }
}
