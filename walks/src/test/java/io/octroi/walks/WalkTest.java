package io.octroi.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.walks.Walk.End;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** From the bytes of webhooks over all providers to what customers are told. */
class WalkTest {
  private static final int FRESH_SEEDS = 500;
  private static final int ORDERS = 2;

  @Test
  void any_order_and_repetition_ends_in_the_same_payments_access_and_messages() {
    Seeds.each(
        FRESH_SEEDS,
        seed -> {
          // Given
          RandomGenerator random = Seeds.random(seed);
          Scenario scenario = Scenario.of(random);
          End inOrder = walk(scenario, scenario.arrivals(), Transport.CALM, random);

          for (int i = 0; i < ORDERS; i++) {
            // When
            End anyOrder =
                walk(
                    scenario,
                    Seeds.shuffledWithDuplicates(scenario.arrivals(), random),
                    Transport.WILD,
                    random);

            // Then
            assertThat(anyOrder.payments()).isEqualTo(inOrder.payments());
            assertThat(anyOrder.access()).isEqualTo(inOrder.access());
            assertThat(anyOrder.lastly()).isEqualTo(inOrder.lastly());
            assertThat(anyOrder.standing()).isEqualTo(inOrder.standing());
            Sense.holds(scenario, anyOrder);
          }
          Sense.holds(scenario, inOrder);
        });
  }

  @Test
  void repetition_and_overtaking_between_services_tell_nobody_anything_else() {
    Seeds.each(
        FRESH_SEEDS,
        seed -> {
          // Given
          RandomGenerator random = Seeds.random(seed);
          Scenario scenario = Scenario.of(random);
          End calm = walk(scenario, scenario.arrivals(), Transport.CALM, random);

          // When
          End repeating =
              walk(
                  scenario,
                  Seeds.withDuplicates(scenario.arrivals(), random),
                  Transport.REPEATING,
                  random);

          // Then
          assertThat(repeating.access()).isEqualTo(calm.access());
          assertThat(repeating.told()).containsExactlyInAnyOrderElementsOf(calm.told());
        });
  }

  private static End walk(
      Scenario scenario, List<Arrival> arrivals, Transport transport, RandomGenerator random) {
    RandomGenerator ids = Seeds.random(random.nextLong());
    return Walk.of(arrivals, transport, random, WorkersInMemory.drawingIds(scenario, ids));
  }
}
