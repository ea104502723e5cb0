package io.octroi.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.delivery.DeliveryOutcome.RetryLater;
import io.octroi.notifier.delivery.RetrySchedule.GiveUp;
import io.octroi.notifier.delivery.RetrySchedule.TryAt;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final double ALMOST_ONE = Math.nextDown(1.0);

  private final RetrySchedule schedule =
      new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(1), 4, Duration.ofHours(1));

  @Test
  void the_window_doubles_with_each_attempt_up_to_its_limit() {
    assertThat(longestWait(1)).isEqualTo(Duration.ofMillis(1999));
    assertThat(longestWait(2)).isEqualTo(Duration.ofMillis(3999));
    assertThat(longestWait(5)).isEqualTo(Duration.ofMillis(31_999));
    assertThat(longestWait(6)).isEqualTo(Duration.ofMillis(59_999));
    assertThat(longestWait(1_000_000)).isEqualTo(Duration.ofMillis(59_999));
  }

  @Test
  void the_wait_lies_anywhere_in_the_window_but_is_never_nothing() {
    RetryLater later = RetryLater.unavailable("x");

    assertThat(schedule.after(later, delivery(1, 0, NOW), NOW, 0.5))
        .isEqualTo(new TryAt(NOW.plusSeconds(1), false));
    assertThat(schedule.after(later, delivery(1, 0, NOW), NOW, 0.0))
        .isEqualTo(new TryAt(NOW.plusMillis(100), false));
  }

  @Test
  void a_wait_that_the_channel_asks_for_is_kept_to_the_second() {
    RetryLater busy = RetryLater.busy(Duration.ofSeconds(14), "too_many_requests");

    assertThat(schedule.after(busy, delivery(9, 0, NOW), NOW, ALMOST_ONE))
        .isEqualTo(new TryAt(NOW.plusSeconds(14), false));
  }

  @Test
  void counted_refusals_end_at_the_limit() {
    RetryLater refused = RetryLater.refusedForNow("smtp_451");

    assertThat(schedule.after(refused, delivery(3, 2, NOW), NOW, 0.5))
        .isInstanceOfSatisfying(TryAt.class, next -> assertThat(next.counted()).isTrue());
    assertThat(schedule.after(refused, delivery(4, 3, NOW), NOW, 0.5))
        .isEqualTo(new GiveUp("attempts_exhausted"));
  }

  @Test
  void an_outage_is_not_counted_and_ends_by_age_alone() {
    RetryLater outage = RetryLater.unavailable("smtp_unreachable");

    assertThat(schedule.after(outage, delivery(500, 3, NOW.minusSeconds(3500)), NOW, 0.5))
        .isInstanceOfSatisfying(TryAt.class, next -> assertThat(next.counted()).isFalse());
    assertThat(schedule.after(outage, delivery(500, 0, NOW.minusSeconds(3600)), NOW, 0.5))
        .isEqualTo(new GiveUp("too_old"));
  }

  private Duration longestWait(int attempt) {
    return schedule.after(RetryLater.unavailable("x"), delivery(attempt, 0, NOW), NOW, ALMOST_ONE)
            instanceof TryAt next
        ? Duration.between(NOW, next.at())
        : Duration.ZERO;
  }

  private static Delivery delivery(int attempt, int countedFailures, Instant firstTriedAt) {
    return new Delivery(
        new UUID(1, 1),
        new UUID(1, 2),
        DeliveryAction.EMAIL,
        "",
        attempt,
        countedFailures,
        firstTriedAt,
        new UUID(1, 3));
  }
}
