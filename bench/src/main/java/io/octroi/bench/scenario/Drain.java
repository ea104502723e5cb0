package io.octroi.bench.scenario;

import io.octroi.bench.load.ClosedLoop;
import io.octroi.bench.load.EventTemplate;
import io.octroi.bench.load.LoadResult;
import io.octroi.bench.measure.Commits;
import io.octroi.bench.measure.Follower;
import io.octroi.bench.measure.Station;
import io.octroi.bench.measure.Stations;
import io.octroi.bench.report.Unit;
import io.octroi.bench.subject.Octroi;
import io.octroi.local.ServiceName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast a backlog goes away: the workers stand still while the gateway accepts, then one is
 * started after the other, each alone with what the one before it left. Two rates: of all of it,
 * from the first commit of a JVM that was just started to the last, and of its second half.
 */
public final class Drain implements Scenario {
  private static final int CONNECTIONS = 64;
  private static final Duration TO_ACCEPT = Duration.ofMinutes(2);
  private static final Duration TO_DRAIN = Duration.ofMinutes(4);
  private static final double MICROS = 1_000_000.0;

  /** In the order of an event's way, each with where it leaves its row. */
  static final Map<ServiceName, Station> WORKERS = new LinkedHashMap<>();

  static {
    WORKERS.put(ServiceName.PAYMENT_WORKER, Station.PAYMENT);
    WORKERS.put(ServiceName.SUBSCRIPTION_WORKER, Station.SUBSCRIPTION);
    WORKERS.put(ServiceName.NOTIFIER, Station.NOTIFICATION);
  }

  @Override
  public String name() {
    return "drain";
  }

  @Override
  public String purpose() {
    return "a backlog, drained by one worker after the other";
  }

  @Override
  public int mostRounds() {
    return 2;
  }

  @Override
  public void round(Bench bench) {
    Octroi octroi = bench.octroi();
    EventTemplate events = bench.events(Bench.EVENT_BYTES);
    Stations stations = bench.stations(events);
    WORKERS.keySet().forEach(octroi::stop);
    LoadResult load =
        bench.post(octroi, events, CONNECTIONS, ClosedLoop.of(bench.times().backlog(), TO_ACCEPT));
    bench.found(
        this, "accepted while workers are away", octroi, Unit.PER_SECOND, load.acceptedPerSecond());
    WORKERS.forEach((worker, station) -> {
      octroi.start(worker);
      try (Follower follower = Follower.of(stations, station)) {
        follower.await(load.accepted(), TO_DRAIN);
      }
      tell(bench, worker, stations.commits(station, load.sendings().count()));
    });
    octroi.system().awaitReady();
    bench.settle();
  }

  private void tell(Bench bench, ServiceName worker, Commits commits) {
    String by = "drained by one " + worker.artifact();
    bench.found(this, by, bench.octroi(), Unit.PER_SECOND, perSecond(commits, 0, commits.count()));
    bench.found(
        this,
        by + ", second half",
        bench.octroi(),
        Unit.PER_SECOND,
        perSecond(commits, commits.count() / 2, commits.count()));
  }

  private static double perSecond(Commits commits, long from, long until) {
    long micros = commits.at(until - 1) - commits.at(from);
    return micros <= 0 ? 0 : (until - from) * MICROS / micros;
  }
}
