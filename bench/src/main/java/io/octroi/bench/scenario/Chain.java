package io.octroi.bench.scenario;

import io.octroi.bench.measure.Station;
import io.octroi.bench.measure.Usage;
import io.octroi.bench.report.Unit;
import io.octroi.bench.subject.Octroi;
import java.util.List;

/** What the whole way sustains, and what it takes of processors and memory. */
public final class Chain implements Scenario {
  private static final double MEBIBYTE = 1024.0 * 1024.0;

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
    Usage before = Usage.of(octroi.pids());
    Sustained sustained =
        Sustained.until(
            bench,
            octroi,
            Station.NOTIFICATION,
            Bench.EVENT_BYTES,
            bench.times().window().multipliedBy(2));
    Usage after = Usage.of(octroi.pids());
    for (Station station :
        List.of(Station.PAYMENT, Station.SUBSCRIPTION, Station.NOTIFICATION, Station.SENT)) {
      bench.found(this, station.title(), octroi, Unit.PER_SECOND, sustained.perSecond(station));
    }
    after
        .microsPerEvent(before, sustained.accepted())
        .forEach((process, micros) ->
            bench.found(this, "CPU " + process, octroi, Unit.MICROS_PER_EVENT, micros));
    after
        .residentBytes()
        .forEach((process, bytes) ->
            bench.found(this, "resident " + process, octroi, Unit.MEBIBYTES, bytes / MEBIBYTE));
    bench.settle();
  }
}
