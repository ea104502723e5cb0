package io.octroi.bench.floor;

import io.octroi.platform.broker.Topics;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Drives one floor as its environment says, prints its figure and ends. */
final class FloorApplication {
  private FloorApplication() {}

  static void main() throws Exception {
    FloorOrder order = FloorOrder.from(System.getenv());
    List<Work> works = works(order.floor(), Files.readAllBytes(order.body()));
    FloorFigure figure =
        new Stopwatch().measure(order.floor().name(), works, order.warmUp(), order.time());
    System.out.println(figure.line());
  }

  private static List<Work> works(Floor floor, byte[] body) throws Exception {
    return switch (floor) {
      case Floor.Hmac _ -> List.of(new HmacWork(body, "whsec_floor"));
      case Floor.IdempotentProducer(var servers) -> {
        Topics.create(servers, Map.of(Producers.TOPIC, Producers.PARTITIONS));
        yield List.of(new ProducerWork(servers, body));
      }
      case Floor.BatchedInserts(var database) -> {
        CopyWork.createTable(database);
        yield List.of(new CopyWork(database, body), new CopyWork(database, body));
      }
    };
  }
}
