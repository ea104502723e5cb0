package io.octroi.subscription.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.subscription.Seeds;
import io.octroi.subscription.period.PaidTime;
import io.octroi.subscription.period.Period;
import io.octroi.subscription.period.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemovalRulesTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration MARGIN = Duration.ofHours(1);

  static LongStream seeds() {
    return Seeds.fresh(1000);
  }

  @Test
  void the_slowest_endpoint_decides_and_nothing_is_later_than_now() {
    // Given
    RemovalRules rules = rules(Set.of());

    // Then
    assertThat(rules.cutoff(Map.of("a", hour(5), "b", hour(9)), hour(10))).contains(hour(4));
    assertThat(rules.cutoff(Map.of("a", hour(50)), hour(10))).contains(hour(10));
    assertThat(rules.cutoff(Map.of(), hour(10))).isEmpty();
  }

  @Test
  void an_endpoint_that_is_listed_and_was_never_heard_of_lets_nobody_be_put_out() {
    assertThat(rules(Set.of("a", "b")).cutoff(Map.of("a", hour(50)), hour(10))).isEmpty();
    assertThat(rules(Set.of("a")).cutoff(Map.of("a", hour(50), "old", hour(1)), hour(10)))
        .contains(hour(10));
  }

  @Test
  void who_does_not_require_watermarks_puts_out_at_the_end() {
    // Given
    RemovalRules rules =
        new RemovalRules(false, Set.of("a"), MARGIN, 100, new BigDecimal("0.1"), 5);

    // Then
    assertThat(rules.cutoff(Map.of(), hour(10))).contains(hour(10));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 0", "6, 60", "100, 1000", "101, -1"})
  void a_batch_needs_so_many_active_members(long removed, long needed) {
    assertThat(rules(Set.of()).activeNeeded(removed).orElse(-1L)).isEqualTo(needed);
  }

  @Test
  void a_share_of_nothing_is_never_enough() {
    assertThat(new RemovalRules(true, Set.of(), MARGIN, 100, BigDecimal.ZERO, 5).activeNeeded(6))
        .isEmpty();
  }

  /** Two providers whose webhooks come up to a day late, each with an honest watermark. */
  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void with_honest_watermarks_nobody_is_put_out_whose_paid_time_goes_on(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    List<Heard> payments = new ArrayList<>();
    int paidAt = 0;
    for (int i = 0; i < random.nextInt(1, 6); i++) {
      paidAt += random.nextInt(12, 60);
      payments.add(new Heard(i, random.nextBoolean() ? "a" : "b", paidAt, random.nextInt(25)));
    }
    RemovalRules rules = rules(Set.of("a", "b"));
    Timeline known = timeline(payments, Integer.MAX_VALUE);

    for (int now = 0; now < 400; now += 3) {
      // When
      Instant end = timeline(payments, now).lastRun().map(run -> run.endsAt()).orElse(hour(9999));
      Instant cutoff = rules.cutoff(watermarks(payments, now), hour(now)).orElse(Instant.EPOCH);

      // Then
      if (!end.isAfter(cutoff)) {
        for (Period period : known.periods()) {
          assertThat(period.covers(end))
              .as(Seeds.label(seed) + " hour " + now + " end " + end + " " + period)
              .isFalse();
        }
      }
    }
  }

  private record Heard(int number, String endpoint, int paidAt, int delay) {
    int heardAt() {
      return paidAt + delay;
    }
  }

  private static Timeline timeline(List<Heard> payments, int now) {
    return Timeline.of(
        payments.stream()
            .filter(payment -> payment.heardAt() <= now)
            .map(payment -> new PaidTime(new UUID(0, payment.number), hour(payment.paidAt), 1))
            .toList());
  }

  /** Up to the oldest payment that is not heard of yet. */
  private static Map<String, Instant> watermarks(List<Heard> payments, int now) {
    Map<String, Instant> watermarks = new HashMap<>();
    for (String endpoint : List.of("a", "b")) {
      int complete = now;
      for (Heard payment : payments) {
        if (payment.endpoint.equals(endpoint) && payment.heardAt() > now) {
          complete = Math.min(complete, payment.paidAt);
        }
      }
      watermarks.put(endpoint, hour(complete));
    }
    return watermarks;
  }

  private static RemovalRules rules(Set<String> endpoints) {
    return new RemovalRules(true, endpoints, MARGIN, 100, new BigDecimal("0.1"), 5);
  }

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }
}
