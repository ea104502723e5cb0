package io.octroi.bench;

import io.octroi.bench.report.Findings;
import io.octroi.bench.report.Key;
import io.octroi.bench.report.Table;
import io.octroi.bench.report.Targets;
import io.octroi.bench.scenario.Accepted;
import io.octroi.bench.scenario.Bench;
import io.octroi.bench.scenario.Beside;
import io.octroi.bench.scenario.Chain;
import io.octroi.bench.scenario.Constant;
import io.octroi.bench.scenario.Drain;
import io.octroi.bench.scenario.Growth;
import io.octroi.bench.scenario.Ledger;
import io.octroi.bench.scenario.Partitions;
import io.octroi.bench.scenario.Parts;
import io.octroi.bench.scenario.Payments;
import io.octroi.bench.scenario.Recovery;
import io.octroi.bench.scenario.Scenario;
import io.octroi.bench.scenario.Start;
import io.octroi.bench.subject.Octroi;
import io.octroi.bench.subject.Subject;
import io.octroi.local.Progress;
import io.octroi.platform.process.Deadline;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One run: starts what is measured, does all rounds of all scenarios, tells and keeps the figures.
 */
final class Run {
  private final Plan plan;
  private final PrintStream console;
  private final Clock clock;
  private final Findings findings = new Findings(this::tell);

  Run(Plan plan, PrintStream console, Clock clock) {
    this.plan = plan;
    this.console = console;
    this.clock = clock;
  }

  /** Whether every scenario could be measured. */
  boolean run() {
    boolean whole;
    Machine machine = Machine.now();
    try (Octroi octroi = start();
        Neighbours neighbours = new Neighbours(octroi, plan.homes(), plan.logs())) {
      List<Scenario> scenarios = scenarios(neighbours).stream().filter(plan::wants).toList();
      if (scenarios.stream().anyMatch(Scenario::compares)) {
        neighbours.startAll(console);
      }
      whole = measure(octroi, neighbours.subjects(), scenarios);
    }
    console.println();
    console.println(Table.of(findings.all()));
    console.println(Targets.table(Goals.all(), findings));
    new Archive(plan.out()).keep(clock.instant(), machine, findings, Goals.all());
    console.println("Kept in " + plan.out());
    return whole;
  }

  private Octroi start() {
    return Octroi.start(
        plan.jars(), plan.layouts(), plan.homes(), plan.settings(), new Progress(console));
  }

  private List<Scenario> scenarios(Neighbours neighbours) {
    return List.of(
        new Accepted(),
        new Payments(),
        new Chain(),
        new Constant(),
        new Parts(() -> neighbours.database("floor"), plan.logs()),
        new Growth(),
        new Drain(),
        new Recovery(),
        new Start(plan.jars(), plan.layouts()),
        new Ledger(this::start),
        new Partitions(this::start));
  }

  private boolean measure(Octroi octroi, Map<Beside, Subject> beside, List<Scenario> scenarios) {
    Bench bench = new Bench(octroi, beside, findings, plan.times(), clock);
    console.println("Warming up");
    if (!bench.warmUp(octroi)) {
      console.println("  its rate still rises: what follows is of a system that is not yet warm");
    }
    beside.values().forEach(bench::warmUp);
    boolean whole = true;
    Deadline deadline = Deadline.after(plan.budget());
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Scenario scenario : scenarios) {
        if (round > scenario.mostRounds()) {
          continue;
        }
        if (deadline.passed() && plan.only().isEmpty()) {
          console.println("No time for round " + round + " of " + scenario.name());
        } else {
          whole &= measure(bench, scenario, round);
        }
      }
    }
    return whole;
  }

  /** What fails costs its own figures only. */
  private boolean measure(Bench bench, Scenario scenario, int round) {
    console.printf(Locale.ROOT, "Round %d of %s: %s%n", round, scenario.name(), scenario.purpose());
    try {
      scenario.round(bench);
      return true;
    } catch (RuntimeException e) {
      console.println("  broken off: " + e.getMessage());
      return false;
    }
  }

  private void tell(Key key, String value) {
    console.printf(Locale.ROOT, "  %-56s %-24s %s%n", key.figure(), key.subject(), value);
  }
}
