package io.octroi.bench.scenario;

import io.octroi.bench.floor.Floor;
import io.octroi.bench.floor.FloorFigure;
import io.octroi.bench.floor.Floors;
import io.octroi.bench.report.Unit;
import io.octroi.bench.server.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What the parts allow that are not asked over HTTP: broker, database, signature. */
public final class Parts implements Scenario {
  private static final Duration WARM_UP = Duration.ofSeconds(4);

  private final Supplier<DatabaseAddress> database;
  private final Path directory;

  /**
   * Measures them.
   *
   * @param database where rows are inserted, asked for when it is their turn
   * @param directory for their logs
   */
  public Parts(Supplier<DatabaseAddress> database, Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public String purpose() {
    return "the parts alone: bare producer, bare batched inserts, HMAC";
  }

  @Override
  public void round(Bench bench) {
    byte[] body = bench.events(Bench.EVENT_BYTES).body(0);
    for (Floor floor :
        List.of(
            new Floor.Hmac(),
            new Floor.IdempotentProducer(bench.octroi().system().broker().bootstrapServers()),
            new Floor.BatchedInserts(database.get()))) {
      FloorFigure figure = Floors.measure(floor, body, WARM_UP, bench.times().window(), directory);
      bench.found(this, "events", figure.name(), Unit.PER_SECOND, figure.perSecond());
    }
  }
}
