package io.octroi.bench.scenario;

import io.octroi.bench.load.ClosedLoop;
import io.octroi.bench.load.EpochMicros;
import io.octroi.bench.load.EventTemplate;
import io.octroi.bench.load.LoadResult;
import io.octroi.bench.measure.Commits;
import io.octroi.bench.measure.Follower;
import io.octroi.bench.measure.Station;
import io.octroi.bench.measure.Stations;
import io.octroi.bench.report.Unit;
import io.octroi.local.ServiceName;
import io.octroi.platform.process.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How long a payment-worker takes, killed and started again at once, until it commits as many in a
 * second as before. Load goes on as fast as it follows.
 */
public final class Recovery implements Scenario {
  private static final int CONNECTIONS = 64;
  private static final long IN_FLIGHT = 20_000;
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration AFTER = Duration.ofSeconds(40);
  private static final double FULL = 0.9;
  private static final long SECOND = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public String purpose() {
    return "kill -9 of a payment-worker, until it commits as fast as before";
  }

  @Override
  public int mostRounds() {
    return 2;
  }

  @Override
  public void round(Bench bench) {
    EventTemplate events = bench.events(Bench.EVENT_BYTES);
    Stations stations = bench.stations(events);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Follower follower = Follower.of(stations, Station.PAYMENT)) {
      CompletableFuture<Instant> restart =
          CompletableFuture.supplyAsync(() -> killAndRestart(bench), threads);
      LoadResult load =
          bench.post(
              bench.octroi(),
              events,
              CONNECTIONS,
              ClosedLoop.behind(BEFORE.plus(AFTER), follower::done, IN_FLIGHT));
      follower.await(load.accepted(), PATIENCE);
      Commits commits = stations.commits(Station.PAYMENT, load.sendings().count());
      tell(bench, commits, EpochMicros.of(load.startedAt()), EpochMicros.of(restart.join()));
    }
    bench.octroi().system().awaitReady();
    bench.settle();
  }

  private static Instant killAndRestart(Bench bench) {
    Deadline.pause(BEFORE);
    bench.octroi().system().service(ServiceName.PAYMENT_WORKER).kill();
    Instant at = bench.clock().instant();
    bench.octroi().start(ServiceName.PAYMENT_WORKER);
    return at;
  }

  private void tell(Bench bench, Commits commits, long start, long restart) {
    double before = commits.perSecond(start + 2 * SECOND, restart - SECOND / 2);
    // The database may still commit what the killed worker had asked for.
    long from = restart + SECOND / 10;
    long first = commits.firstAfter(from).orElseThrow(() -> missed("committed nothing"));
    long full =
        commits
            .firstAtRate(from, FULL * before)
            .orElseThrow(() -> missed("did not commit as fast as before"));
    bench.found(this, "committed before the kill", bench.octroi(), Unit.PER_SECOND, before);
    bench.found(
        this,
        "restart to first commit",
        bench.octroi(),
        Unit.SECONDS,
        (first - restart) / (double) SECOND);
    bench.found(
        this,
        "restart to full rate",
        bench.octroi(),
        Unit.SECONDS,
        (full - restart) / (double) SECOND);
  }

  /** Of a rate that did not come back there is no time, and none must look as if it were short. */
  private static IllegalStateException missed(String what) {
    return new IllegalStateException(
        "The payment-worker " + what + " after its restart, while load went on for " + AFTER);
  }
}
