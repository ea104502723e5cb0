package io.octroi.subscription.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PaymentSnapshot;
import io.octroi.contracts.SubscriptionStatus;
import io.octroi.subscription.Seeds;
import io.octroi.subscription.period.PaidTime;
import io.octroi.subscription.period.Span;
import io.octroi.subscription.period.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of payments: how it is heard of changes nothing. */
class AccessWalkTest {
  static LongStream seeds() {
    return Seeds.fresh(1500);
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void any_order_and_repetition_ends_in_the_same_subscription(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    AccessWalk walk = AccessWalk.of(random);
    List<PaymentSnapshot> all = walk.histories().stream().flatMap(List::stream).toList();
    Listener inOrder = listen(walk, all, random);

    for (int i = 0; i < 5; i++) {
      // When
      Listener anyOrder = listen(walk, Seeds.shuffledWithDuplicates(all, random), random);

      // Then
      assertThat(anyOrder.periods).as(Seeds.label(seed)).isEqualTo(inOrder.periods);
      assertThat(access(anyOrder)).as(Seeds.label(seed)).isEqualTo(access(inOrder));
      assertThat(anyOrder.announced).as(Seeds.label(seed)).doesNotHaveDuplicates();
      assertThat(anyOrder.announced)
          .as(Seeds.label(seed))
          .containsAll(anyOrder.usable().stream().map(PaidTime::paymentId).toList());
      assertThat(lastTold(anyOrder)).as(Seeds.label(seed)).isEqualTo(stored(anyOrder));
    }
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void any_interleaving_announces_the_same_payments_once(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    AccessWalk walk = AccessWalk.of(random);
    Set<UUID> expected = new HashSet<>();

    for (int i = 0; i < 5; i++) {
      // When: each payment's versions come in their order, as from their partition
      Listener listener = new Listener(walk.policy(), AccessWalk.NOW);
      interleaved(walk.histories(), random).forEach(one -> listener.hear(List.of(one)));

      // Then
      expected = i == 0 ? Set.copyOf(listener.announced) : expected;
      assertThat(listener.announced)
          .as(Seeds.label(seed))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @ParameterizedTest(name = "octroi.seed={0}")
  @MethodSource("seeds")
  void no_paid_day_is_lost_or_used_twice(long seed) {
    // Given
    RandomGenerator random = Seeds.random(seed);
    AccessWalk walk = AccessWalk.of(random);
    List<PaymentSnapshot> all = walk.histories().stream().flatMap(List::stream).toList();
    List<PaidTime> counted = listen(walk, all, random).counted();

    // When
    Timeline timeline = Timeline.of(counted);

    // Then
    Duration granted =
        timeline.access().stream()
            .map(span -> Duration.between(span.startsAt(), span.endsAt()))
            .reduce(Duration.ZERO, Duration::plus);
    long open = counted.stream().filter(PaidTime::suspended).count();
    Duration most = Duration.ofDays(counted.size() * (long) AccessWalk.DAYS);
    Duration least = most.minus(Duration.ofDays(open * AccessWalk.DAYS));
    assertThat(granted).as(Seeds.label(seed)).isBetween(least, most);
    for (Span span : timeline.access()) {
      assertThat(span.startsAt()).as(Seeds.label(seed)).isBefore(span.endsAt());
    }
  }

  private static Listener listen(
      AccessWalk walk, List<PaymentSnapshot> order, RandomGenerator random) {
    Listener listener = new Listener(walk.policy(), AccessWalk.NOW);
    int next = 0;
    while (next < order.size()) {
      int end = Math.min(order.size(), next + random.nextInt(1, 4));
      listener.hear(order.subList(next, end));
      next = end;
    }
    return listener;
  }

  /** Each list's elements in their order, some again after a while. */
  private static List<PaymentSnapshot> interleaved(
      List<List<PaymentSnapshot>> histories, RandomGenerator random) {
    List<List<PaymentSnapshot>> rest =
        histories.stream().map(ArrayList::new).collect(Collectors.toList());
    List<PaymentSnapshot> order = new ArrayList<>();
    while (!rest.isEmpty()) {
      List<PaymentSnapshot> history = rest.get(random.nextInt(rest.size()));
      order.add(history.removeFirst());
      if (random.nextInt(4) == 0) {
        order.add(order.get(random.nextInt(order.size())));
      }
      rest.removeIf(List::isEmpty);
    }
    return order;
  }

  private static String access(Listener listener) {
    Subscription s = listener.subscription;
    return s.active() ? s.standing().toString() : "out";
  }

  private static String stored(Listener listener) {
    Subscription s = listener.subscription;
    return s.active() + " " + s.version();
  }

  private static String lastTold(Listener listener) {
    if (listener.events.isEmpty()) {
      return stored(listener);
    }
    var last = listener.events.getLast().subscription();
    return (last.status() == SubscriptionStatus.ACTIVE) + " " + last.version();
  }
}
