package io.octroi.bench.scenario;

import io.octroi.bench.load.ClosedLoop;
import io.octroi.bench.load.LoadResult;
import io.octroi.bench.measure.Usage;
import io.octroi.bench.report.Unit;
import io.octroi.bench.subject.Subject;
import java.util.List;

/** As many webhooks as are accepted, over a few connections and over many. */
public final class Accepted implements Scenario {
  static final List<Integer> CONNECTIONS = List.of(16, 64, 128, 256);
  private static final List<Integer> COMPARED = List.of(64, 128);

  @Override
  public String name() {
    return "accepted";
  }

  @Override
  public String purpose() {
    return "webhooks accepted a second and their latency, closed loop";
  }

  @Override
  public boolean compares() {
    return true;
  }

  @Override
  public void round(Bench bench) {
    for (int connections : CONNECTIONS) {
      measure(bench, bench.octroi(), connections);
      bench.settle();
      if (COMPARED.contains(connections)) {
        for (Beside beside : Beside.values()) {
          bench.beside(beside).ifPresent(subject -> measure(bench, subject, connections));
        }
      }
    }
  }

  private void measure(Bench bench, Subject subject, int connections) {
    Usage before = Usage.of(subject.pids());
    LoadResult result =
        bench.post(
            subject,
            bench.events(Bench.EVENT_BYTES),
            connections,
            ClosedLoop.during(bench.times().window()));
    Usage after = Usage.of(subject.pids());
    String at = connections + " connections, ";
    bench.found(this, at + "accepted", subject, Unit.PER_SECOND, result.acceptedPerSecond());
    bench.found(this, at + "p50", subject, Unit.MILLIS, result.latencyMillis(50));
    bench.found(this, at + "p99", subject, Unit.MILLIS, result.latencyMillis(99));
    bench.found(this, at + "p99.9", subject, Unit.MILLIS, result.latencyMillis(99.9));
    bench.found(this, at + "max", subject, Unit.MILLIS, result.latencyMillis(100));
    long refused = result.refused().values().stream().mapToLong(Long::longValue).sum();
    bench.found(this, at + "not accepted", subject, Unit.EVENTS, (double) refused);
    after
        .microsPerEvent(before, result.accepted())
        .forEach((process, micros) ->
            bench.found(this, at + "CPU " + process, subject, Unit.MICROS_PER_EVENT, micros));
  }
}
