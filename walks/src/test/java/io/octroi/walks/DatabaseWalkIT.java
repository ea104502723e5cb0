package io.octroi.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.walks.Walk.End;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The workers themselves on their tables end where their cores in memory do. */
class DatabaseWalkIT {
  private static final int FRESH_SEEDS = 10;

  private static WorkersOnDatabase workers;

  @BeforeAll
  static void start() {
    workers = new WorkersOnDatabase();
  }

  @AfterAll
  static void stop() {
    workers.close();
  }

  @Test
  void the_tables_end_as_the_cores_do_in_any_order() {
    Seeds.each(
        FRESH_SEEDS,
        seed -> {
          // Given
          RandomGenerator random = Seeds.random(seed);
          Scenario scenario = Scenario.of(random);
          List<Arrival> anyOrder = Seeds.shuffledWithDuplicates(scenario.arrivals(), random);
          long way = random.nextLong();
          End inOrder = inMemory(scenario, scenario.arrivals(), Transport.CALM, way);
          End cores = inMemory(scenario, anyOrder, Transport.WILD, way);

          // When
          End tables = Walk.of(anyOrder, Transport.WILD, Seeds.random(way), workers.emptied());

          // Then
          assertThat(tables.payments()).isEqualTo(inOrder.payments());
          assertThat(tables.access()).isEqualTo(inOrder.access());
          assertThat(tables.lastly()).isEqualTo(inOrder.lastly());
          assertThat(tables.standing()).isEqualTo(inOrder.standing());
          assertThat(tables.told()).isEqualTo(cores.told());
          Sense.holds(scenario, tables);
        });
  }

  private static End inMemory(
      Scenario scenario, List<Arrival> arrivals, Transport transport, long way) {
    return Walk.of(arrivals, transport, Seeds.random(way), WorkersInMemory.countingIds(scenario));
  }
}
