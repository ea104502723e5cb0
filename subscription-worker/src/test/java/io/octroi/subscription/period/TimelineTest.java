package io.octroi.subscription.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
  private static final Instant DAY_0 = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);

  @Test
  void a_period_starts_when_it_is_paid_and_lasts_the_plans_days() {
    assertThat(Timeline.of(List.of(paid(A, 0, 7))).periods())
        .containsExactly(new Period(A, day(0), day(7)));
  }

  @Test
  void an_early_renewal_starts_where_the_period_before_it_ends() {
    assertThat(Timeline.of(List.of(paid(B, 5, 30), paid(A, 0, 7))).periods())
        .containsExactly(new Period(A, day(0), day(7)), new Period(B, day(7), day(37)));
  }

  @Test
  void a_payment_after_a_gap_starts_a_new_run() {
    // Given
    Timeline timeline = Timeline.of(List.of(paid(A, 0, 7), paid(B, 10, 7), paid(C, 12, 7)));

    // Then
    assertThat(timeline.lastRun()).contains(new Span(day(10), day(24)));
  }

  @Test
  void a_payment_at_the_very_end_prolongs_the_run() {
    assertThat(Timeline.of(List.of(paid(A, 0, 7), paid(B, 7, 7))).lastRun())
        .contains(new Span(day(0), day(14)));
  }

  @Test
  void payments_of_one_instant_are_laid_in_the_order_of_their_names() {
    assertThat(Timeline.of(List.of(named(A, "paypal/2", 7), named(B, "paypal/1", 30))).periods())
        .extracting(Period::paymentId)
        .containsExactly(B, A);
  }

  @Test
  void of_two_payments_of_one_instant_it_does_not_matter_which_one_was_heard_of_first() {
    // Given: the smaller id was heard of first, and one of the two is held for a while
    Span hold = new Span(day(10), day(20));
    PaidTime held = new PaidTime(A, "paypal/1", day(0), 30, List.of(hold));
    PaidTime heldHeardOfLater = new PaidTime(B, "paypal/1", day(0), 30, List.of(hold));

    // Then
    assertThat(Timeline.of(List.of(held, named(B, "stripe/1", 7))).access())
        .isEqualTo(Timeline.of(List.of(heldHeardOfLater, named(A, "stripe/1", 7))).access());
  }

  @Test
  void nothing_paid_is_nothing_granted() {
    assertThat(Timeline.of(List.of())).isEqualTo(Timeline.EMPTY);
    assertThat(Timeline.EMPTY.lastRun()).isEmpty();
    assertThat(Timeline.EMPTY.endsAfter(Instant.MIN)).isFalse();
  }

  @Test
  void the_end_itself_is_outside() {
    // Given
    Timeline timeline = Timeline.of(List.of(paid(A, 0, 7)));

    // Then
    assertThat(timeline.endsAfter(day(7).minusNanos(1))).isTrue();
    assertThat(timeline.endsAfter(day(7))).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void any_order_of_payments_gives_the_same_periods_with_no_day_lost(long seed) {
    // Given
    Random random = new Random(seed);
    List<PaidTime> payments = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      payments.add(paid(new UUID(0, i), random.nextInt(100), random.nextBoolean() ? 7 : 30));
    }
    Timeline expected = Timeline.of(payments);

    // When
    Collections.shuffle(payments, random);
    Timeline shuffled = Timeline.of(payments);

    // Then
    assertThat(shuffled).isEqualTo(expected);
    Instant end = Instant.MIN;
    for (Period period : shuffled.periods()) {
      assertThat(period.startsAt()).isAfterOrEqualTo(end);
      end = period.endsAt();
    }
    assertThat(granted(shuffled))
        .isEqualTo(Duration.ofDays(payments.stream().mapToInt(PaidTime::days).sum()));
  }

  private static Duration granted(Timeline timeline) {
    return timeline.periods().stream()
        .map(period -> Duration.between(period.startsAt(), period.endsAt()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static PaidTime named(UUID payment, String name, int days) {
    return new PaidTime(payment, name, day(0), days, List.of());
  }

  private static PaidTime paid(UUID payment, int day, int days) {
    return new PaidTime(payment, day(day), days);
  }

  private static Instant day(int day) {
    return DAY_0.plus(Duration.ofDays(day));
  }
}
