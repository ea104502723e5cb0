package io.octroi.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.walks.Walk.End;
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
          End inOrder = Walk.of(scenario, scenario.arrivals(), Transport.CALM, random);

          for (int i = 0; i < ORDERS; i++) {
            // When
            End anyOrder =
                Walk.of(
                    scenario,
                    Seeds.shuffledWithDuplicates(scenario.arrivals(), random),
                    Transport.WILD,
                    random);

            // Then
            assertThat(anyOrder.payments()).isEqualTo(inOrder.payments());
            assertThat(anyOrder.access()).isEqualTo(inOrder.access());
            assertThat(anyOrder.lastly()).isEqualTo(inOrder.lastly());
            assertThat(anyOrder.standing()).isEqualTo(inOrder.standing());
            makesSense(scenario, anyOrder);
          }
          makesSense(scenario, inOrder);
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
          End calm = Walk.of(scenario, scenario.arrivals(), Transport.CALM, random);

          // When
          End repeating =
              Walk.of(
                  scenario,
                  Seeds.withDuplicates(scenario.arrivals(), random),
                  Transport.REPEATING,
                  random);

          // Then
          assertThat(repeating.access()).isEqualTo(calm.access());
          assertThat(repeating.told()).containsExactlyInAnyOrderElementsOf(calm.told());
        });
  }

  /** Whatever the way: nobody who paid goes unheard, and the last word is true. */
  private static void makesSense(Scenario scenario, End end) {
    assertThat(end.confirmed()).doesNotHaveDuplicates();
    assertThat(end.confirmed()).containsAll(end.usable());
    end.standings()
        .forEach((subscription, in) -> {
          boolean toldIn = end.lastWords().getOrDefault(subscription, false);
          assertThat(toldIn).isEqualTo(in);
        });
    for (String payment : end.payments()) {
      if (payment.contains("Content[")) {
        String reference = payment.substring(0, payment.indexOf(' '));
        assertThat(payment.contains("paidAt=null"))
            .as(payment)
            .isEqualTo(scenario.paid().stream().noneMatch(reference::endsWith));
      }
    }
  }
}
