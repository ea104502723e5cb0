package io.octroi.bench;

import io.octroi.bench.scenario.Scenario;
import io.octroi.bench.scenario.Times;
import io.octroi.bench.subject.OctroiSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run is asked for.
 *
 * @param brief for a first impression
 * @param only these scenarios; empty for all
 * @param rounds of each scenario
 * @param window of one measurement
 * @param jars where the services' runnable jars are
 * @param out where figures, logs and the systems' homes are kept
 * @param settings of the product
 */
record Plan(
    boolean brief,
    List<String> only,
    int rounds,
    Duration window,
    Path jars,
    Path out,
    OctroiSettings settings) {

  boolean wants(Scenario scenario) {
    return only.isEmpty() || only.contains(scenario.name());
  }

  /** What has not begun by then, after the warm-up, is left out. */
  Duration budget() {
    return brief ? Duration.ofMinutes(10) : Duration.ofMinutes(60);
  }

  Times times() {
    return (brief ? Times.SHORT : Times.FULL).withWindow(window);
  }

  /** Where systems live while they run. */
  Path homes() {
    return out.resolve("run");
  }

  /** Where services are laid out as in their images. */
  Path layouts() {
    return out.resolve("layouts");
  }

  Path logs() {
    return out.resolve("logs");
  }
}
