package io.octroi.bench.scenario;

import io.octroi.bench.load.EventTemplate;
import io.octroi.bench.load.LoadResult;
import io.octroi.bench.load.OpenLoop;
import io.octroi.bench.load.Pace;
import io.octroi.bench.measure.Station;
import io.octroi.bench.measure.Stations;
import io.octroi.bench.report.Unit;
import io.octroi.bench.subject.Subject;
import io.octroi.platform.process.Deadline;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long things take at a rate that everything can follow, and in bursts on top of a lower one.
 */
public final class Constant implements Scenario {
  static final int RATE = 1_000;

  private static final int CONNECTIONS = 64;
  private static final int RATE_BETWEEN_BURSTS = 500;
  private static final int BURST = 1_000;
  private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_EACH = Duration.ofSeconds(2);
  private static final double MICROS_PER_MILLI = 1_000.0;
  private static final List<Double> PERCENTILES = List.of(50.0, 99.0, 99.9, 100.0);

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String purpose() {
    return "times at a constant " + RATE + "/s, and with bursts, open loop";
  }

  @Override
  public boolean compares() {
    return true;
  }

  @Override
  public void round(Bench bench) {
    Duration window = bench.times().window().multipliedBy(2);
    measureChain(bench, RATE + "/s", OpenLoop.constant(RATE, window));
    bench
        .beside(Beside.TOMCAT)
        .ifPresent(tomcat -> {
          LoadResult load =
              bench.post(
                  tomcat,
                  bench.events(Bench.EVENT_BYTES),
                  CONNECTIONS,
                  OpenLoop.constant(RATE, window));
          tell(bench, tomcat, RATE + "/s, POST", load.latencies());
        });
    measureChain(
        bench,
        "bursts of " + BURST,
        OpenLoop.bursts(RATE_BETWEEN_BURSTS, window, BETWEEN_BURSTS, BURST));
    bench.settle();
  }

  private void measureChain(Bench bench, String at, Pace pace) {
    EventTemplate events = bench.events(Bench.EVENT_BYTES);
    Stations stations = bench.stations(events);
    LoadResult load = bench.post(bench.octroi(), events, CONNECTIONS, pace);
    awaitMails(stations, load.accepted());
    tell(bench, bench.octroi(), at + ", POST", load.latencies());
    for (Station station : Station.values()) {
      tell(
          bench,
          bench.octroi(),
          at + ", POST to " + station.title(),
          stations.commits(station, load.sendings().count()).since(load.sendings()));
    }
    long missing = load.accepted() - stations.count(Station.NOTIFICATION);
    bench.found(this, at + ", not notified", bench.octroi(), Unit.EVENTS, (double) missing);
  }

  /**
   * Deliveries have no index to count by: looking more often would be in the way of what is sent.
   */
  private static void awaitMails(Stations stations, long events) {
    Deadline deadline = Deadline.after(PATIENCE);
    while (stations.count(Station.SENT) < events && !deadline.passed()) {
      Deadline.pause(LOOK_EACH);
    }
  }

  /**
   * Of a station that nothing came to, such as mail that waits for its turn, there are no times.
   */
  private void tell(Bench bench, Subject subject, String what, Histogram micros) {
    if (micros.getTotalCount() == 0) {
      return;
    }
    for (double percentile : PERCENTILES) {
      bench.found(
          this,
          what + " " + title(percentile),
          subject,
          Unit.MILLIS,
          micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI);
    }
  }

  private static String title(double percentile) {
    return percentile == 100 ? "max" : "p" + String.valueOf(percentile).replace(".0", "");
  }
}
