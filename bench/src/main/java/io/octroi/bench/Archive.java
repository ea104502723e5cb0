package io.octroi.bench;

import io.octroi.bench.report.Findings;
import io.octroi.bench.report.JsonReport;
import io.octroi.bench.report.Plot;
import io.octroi.bench.report.Plot.Bar;
import io.octroi.bench.report.Plot.Panel;
import io.octroi.bench.report.Table;
import io.octroi.bench.report.Target;
import io.octroi.bench.report.Targets;
import io.octroi.bench.report.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps a run's figures: {@code bench.json}, {@code bench.md} and {@code bench.svg}. */
final class Archive {
  private final Path folder;

  Archive(Path folder) {
    this.folder = folder;
  }

  void keep(Instant at, Machine machine, Findings findings, List<Target> targets) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("bench.json"), JsonReport.of(at, machine.facts(), findings, targets));
      Files.writeString(
          folder.resolve("bench.md"),
          Table.of(findings.all()) + "\n" + Targets.table(targets, findings));
      Files.writeString(folder.resolve("bench.svg"), Plot.svg(panels(findings)));
    } catch (IOException e) {
      throw new UncheckedIOException("the figures could not be kept in " + folder, e);
    }
  }

  /** Rates beside rates, latencies beside latencies: a panel a scenario and unit. */
  private static List<Panel> panels(Findings findings) {
    Map<String, List<Bar>> bars = new LinkedHashMap<>();
    for (Findings.Figure figure : findings.all()) {
      if (figure.unit() == Unit.EVENTS) {
        continue;
      }
      String title = figure.key().scenario() + ", " + figure.unit().symbol();
      bars.computeIfAbsent(title, _ -> new ArrayList<>())
          .add(
              new Bar(
                  figure.key().figure() + " · " + figure.key().subject(),
                  figure.spread(),
                  figure.unit(),
                  figure.key().subject().equals("octroi")));
    }
    return bars.entrySet().stream()
        .map(entry -> new Panel(entry.getKey(), entry.getValue()))
        .toList();
  }
}
