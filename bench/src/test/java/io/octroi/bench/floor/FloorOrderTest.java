package io.octroi.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.bench.server.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FloorOrderTest {
  static final Floor[] FLOORS = {
    new Floor.Hmac(),
    new Floor.IdempotentProducer("127.0.0.1:9092"),
    new Floor.BatchedInserts(new DatabaseAddress("jdbc:postgresql://127.0.0.1/x", "me", "secret"))
  };

  @ParameterizedTest
  @FieldSource("FLOORS")
  void an_order_comes_through_the_environment_whole(Floor floor) {
    FloorOrder order =
        new FloorOrder(floor, Path.of("/event.json"), Duration.ofMillis(1), Duration.ofSeconds(2));

    assertThat(FloorOrder.from(order.environment())).isEqualTo(order);
  }
}
