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
import io.octroi.bench.subject.Octroi;
import java.time.Duration;

/**
 * Load that goes as fast as a station follows, never more than so many events ahead of it: what is
 * measured there can be kept up, because nothing piles up before it. The first quarter of the time
 * does not count.
 */
final class Sustained {
  private static final int CONNECTIONS = 64;
  private static final long IN_FLIGHT = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LoadResult load;
  private final Stations stations;

  private Sustained(LoadResult load, Stations stations) {
    this.load = load;
    this.stations = stations;
  }

  /** Posts events of this size for so long, and returns when all of them are at the station. */
  static Sustained until(
      Bench bench, Octroi octroi, Station station, int eventBytes, Duration duration) {
    EventTemplate events = bench.events(eventBytes);
    Stations stations = new Stations(octroi.system().database().superuser(), events);
    try (Follower follower = Follower.of(stations, station)) {
      LoadResult load =
          bench.post(
              octroi, events, CONNECTIONS, ClosedLoop.behind(duration, follower::done, IN_FLIGHT));
      follower.await(load.accepted(), PATIENCE);
      return new Sustained(load, stations);
    }
  }

  /**
   * Measures for one window what a station of a system sustains with usual events, and tells it.
   */
  static void tell(Bench bench, Scenario scenario, Octroi octroi, Station station, String figure) {
    Sustained sustained = until(bench, octroi, station, Bench.EVENT_BYTES, bench.times().window());
    bench.found(scenario, figure, octroi, Unit.PER_SECOND, sustained.perSecond(station));
  }

  long accepted() {
    return load.accepted();
  }

  Stations stations() {
    return stations;
  }

  /** Rows committed there a second. */
  double perSecond(Station station) {
    Commits commits = stations.commits(station, load.sendings().count());
    long begin = EpochMicros.of(load.startedAt());
    long end = begin + load.elapsed().toNanos() / 1_000;
    return commits.perSecond(begin + (end - begin) / 4, end);
  }
}
