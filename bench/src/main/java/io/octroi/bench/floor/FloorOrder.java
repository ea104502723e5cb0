package io.octroi.bench.floor;

import io.octroi.bench.server.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a floor's process is told, in its environment: a command line everybody can read.
 *
 * @param body a file with the bytes of an event
 */
record FloorOrder(Floor floor, Path body, Duration warmUp, Duration time) {
  private static final String HMAC = "hmac";
  private static final String PRODUCER = "producer";
  private static final String INSERTS = "inserts";

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("BODY", body.toString());
    environment.put("WARM_UP", warmUp.toString());
    environment.put("TIME", time.toString());
    switch (floor) {
      case Floor.Hmac _ -> environment.put("FLOOR", HMAC);
      case Floor.IdempotentProducer(String servers) -> {
        environment.put("FLOOR", PRODUCER);
        environment.put("BOOTSTRAP_SERVERS", servers);
      }
      case Floor.BatchedInserts(DatabaseAddress(String url, String user, String password)) -> {
        environment.put("FLOOR", INSERTS);
        environment.put("JDBC_URL", url);
        environment.put("DATABASE_USER", user);
        environment.put("DATABASE_PASSWORD", password);
      }
    }
    return environment;
  }

  static FloorOrder from(Map<String, String> environment) {
    Floor floor =
        switch (value(environment, "FLOOR")) {
          case HMAC -> new Floor.Hmac();
          case PRODUCER -> new Floor.IdempotentProducer(value(environment, "BOOTSTRAP_SERVERS"));
          case INSERTS ->
              new Floor.BatchedInserts(
                  new DatabaseAddress(
                      value(environment, "JDBC_URL"),
                      value(environment, "DATABASE_USER"),
                      value(environment, "DATABASE_PASSWORD")));
          default -> throw new IllegalArgumentException("no such floor");
        };
    return new FloorOrder(
        floor,
        Path.of(value(environment, "BODY")),
        Duration.parse(value(environment, "WARM_UP")),
        Duration.parse(value(environment, "TIME")));
  }

  private static String value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
  }
}
