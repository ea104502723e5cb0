package io.octroi.bench.scenario;

import io.octroi.bench.load.ClosedLoop;
import io.octroi.bench.load.EventTemplate;
import io.octroi.bench.load.LoadResult;
import io.octroi.bench.measure.Commits;
import io.octroi.bench.measure.Follower;
import io.octroi.bench.measure.Station;
import io.octroi.bench.measure.Stations;
import io.octroi.bench.measure.Usage;
import io.octroi.bench.report.Unit;
import io.octroi.bench.subject.Octroi;
import java.time.Duration;
import java.util.List;

/**
 * What the whole way sustains: as fast as the last station follows, so that nothing piles up. The
 * rate is that of the rows committed there in the window without its first quarter.
 */
public final class Chain implements Scenario {
  private static final int CONNECTIONS = 64;
  private static final long IN_FLIGHT = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public String purpose() {
    return "POST to subscription active and notification committed, sustained without growing lag";
  }

  @Override
  public void round(Bench bench) {
    Octroi octroi = bench.octroi();
    EventTemplate events = bench.events(Bench.EVENT_BYTES);
    Stations stations = bench.stations(events);
    Usage before = Usage.of(octroi.pids());
    try (Follower follower = Follower.of(stations, Station.NOTIFICATION)) {
      LoadResult load =
          bench.post(
              octroi,
              events,
              CONNECTIONS,
              ClosedLoop.behind(bench.times().window().multipliedBy(2), follower::done, IN_FLIGHT));
      Usage after = Usage.of(octroi.pids());
      tell(bench, stations, load);
      after
          .microsPerEvent(before, load.accepted())
          .forEach((process, micros) ->
              bench.found(this, "CPU " + process, octroi, Unit.MICROS_PER_EVENT, micros));
      after
          .residentBytes()
          .forEach((process, bytes) ->
              bench.found(this, "resident " + process, octroi, Unit.MEBIBYTES, bytes / 1048576.0));
      follower.await(load.accepted(), PATIENCE);
    }
  }

  private void tell(Bench bench, Stations stations, LoadResult load) {
    long begin = load.startedAt().toEpochMilli() * 1_000;
    long end = begin + load.elapsed().toNanos() / 1_000;
    long from = begin + (end - begin) / 4;
    for (Station station :
        List.of(Station.PAYMENT, Station.SUBSCRIPTION, Station.NOTIFICATION, Station.SENT)) {
      Commits commits = stations.commits(station, load.sendings().count());
      bench.found(
          this, station.title(), bench.octroi(), Unit.PER_SECOND, commits.perSecond(from, end));
    }
  }
}
