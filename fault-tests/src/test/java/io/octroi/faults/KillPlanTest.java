package io.octroi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.faults.KillPlan.Deaths;
import io.octroi.faults.KillPlan.Fall;
import io.octroi.faults.KillPlan.Foundation;
import io.octroi.local.ServiceName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KillPlanTest {

  @Test
  void every_service_ends_at_each_of_its_lines_and_everything_below_falls_in_time() {
    LongStream.rangeClosed(1, 500)
        .mapToObj(KillPlanTest::plan)
        .forEach(plan -> {
          assertThat(points(plan, ServiceName.GATEWAY)).containsExactly("before-answer");
          assertThat(points(plan, ServiceName.PAYMENT_WORKER))
              .containsExactlyInAnyOrder("before-commit", "after-commit", "after-publish");
          assertThat(points(plan, ServiceName.SUBSCRIPTION_WORKER))
              .containsExactlyInAnyOrder("before-commit", "after-commit", "after-publish");
          assertThat(points(plan, ServiceName.NOTIFIER))
              .containsExactlyInAnyOrder("before-commit", "after-commit", "mid-delivery");
          assertThat(plan.foundations())
              .extracting(Fall::foundation)
              .containsExactlyInAnyOrder(Foundation.values());
          assertThat(plan.foundations().stream().mapToInt(Fall::deaths).sum())
              .isLessThanOrEqualTo(plan.services().values().stream().mapToInt(Deaths::count).sum());
        });
  }

  @Test
  void a_seed_plans_the_same_again_and_seeds_differ() {
    // Given
    Set<KillPlan> plans = new HashSet<>();
    LongStream.rangeClosed(1, 20).mapToObj(KillPlanTest::plan).forEach(plans::add);

    // Then
    assertThat(plans).hasSize(20);
    assertThat(plan(7)).isEqualTo(plan(7));
  }

  @Test
  void the_shortest_round_still_ends_every_service_at_a_line() {
    assertThat(KillPlan.drawn(new Random(1), 1).services().values())
        .hasSize(ServiceName.values().length)
        .allMatch(deaths -> deaths.points().size() == 1);
  }

  private static KillPlan plan(long seed) {
    return KillPlan.drawn(new Random(seed), Integer.MAX_VALUE);
  }

  private static List<String> points(KillPlan plan, ServiceName service) {
    return Optional.ofNullable(plan.services().get(service)).orElseThrow().points().stream()
        .map(point -> point.substring(0, point.indexOf(':')))
        .toList();
  }
}
