package io.octroi.bench;

import io.octroi.bench.load.ClosedLoop;
import io.octroi.bench.report.Findings;
import io.octroi.bench.report.Table;
import io.octroi.bench.scenario.Accepted;
import io.octroi.bench.scenario.Bench;
import io.octroi.bench.scenario.Chain;
import io.octroi.bench.scenario.Constant;
import io.octroi.bench.scenario.Drain;
import io.octroi.bench.scenario.Recovery;
import io.octroi.bench.scenario.Scenario;
import io.octroi.bench.scenario.Times;
import io.octroi.bench.subject.Octroi;
import io.octroi.bench.subject.OctroiSettings;
import io.octroi.local.Progress;
import io.octroi.local.ServiceName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The front door of {@code bin/bench}. */
@Command(
    name = "bin/bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures Octroi on this machine, from outside, and prints and keeps the figures.")
public final class BenchApplication implements Callable<Integer> {
  private static final List<Scenario> SCENARIOS =
      List.of(new Accepted(), new Chain(), new Constant(), new Drain(), new Recovery());

  @Option(
      names = "--short",
      description = "A first impression in six minutes; otherwise up to twenty-five.")
  private boolean brief;

  @Option(
      names = "--only",
      paramLabel = "SCENARIO",
      split = ",",
      description = "Only these scenarios.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--rounds", paramLabel = "N", description = "Rounds of each scenario.")
  private int rounds = 3;

  @Option(names = "--jars", paramLabel = "DIR", description = "Where the services' jars are.")
  private Path jars = Path.of("local", "target", "apps");

  @Option(names = "--out", paramLabel = "DIR", description = "Where the figures are kept.")
  private Path out = Path.of("bench", "target", "bench");

  @Option(
      names = "--service-jvm",
      paramLabel = "ARGS",
      split = " ",
      description = "Arguments of the services' JVMs in place of the images'.")
  private List<String> serviceJvm = OctroiSettings.SERVICE_JVM;

  @Option(
      names = "--set",
      paramLabel = "SERVICE:PROPERTY=VALUE",
      description =
          "A setting of a service to try, as in gateway:octroi.gateway.publish.linger=1ms.")
  private List<String> settings = new ArrayList<>();

  private BenchApplication() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchApplication()).execute(args));
  }

  @Override
  public Integer call() {
    PrintStream console = System.out;
    Findings findings =
        new Findings((key, value) ->
            console.printf(
                Locale.ROOT,
                "    %-52s %-14s %s%n",
                key.scenario() + ": " + key.figure(),
                key.subject(),
                value));
    Times times = brief ? Times.SHORT : Times.FULL;
    try (Octroi octroi =
        Octroi.start(jars, out.resolve("run"), octroiSettings(), new Progress(console))) {
      Bench bench = new Bench(octroi, Map.of(), findings, times, Clock.systemUTC());
      console.println("Warming up for " + times.warmUp().toSeconds() + " s");
      bench.warmUp(octroi, ClosedLoop.during(times.warmUp()));
      for (int round = 1; round <= rounds; round++) {
        for (Scenario scenario : SCENARIOS) {
          if (round <= scenario.mostRounds() && isWanted(scenario)) {
            console.println("Round " + round + ": " + scenario.purpose());
            scenario.round(bench);
          }
        }
      }
    }
    console.print(Table.of(findings.all()));
    return 0;
  }

  private boolean isWanted(Scenario scenario) {
    return only.isEmpty() || only.contains(scenario.name());
  }

  private OctroiSettings octroiSettings() {
    Map<ServiceName, Map<String, Object>> properties = new HashMap<>();
    for (String setting : settings) {
      String[] parts = setting.split("[:=]", 3);
      ServiceName service =
          Arrays.stream(ServiceName.values())
              .filter(name -> name.artifact().equals(parts[0]))
              .findFirst()
              .orElseThrow();
      properties.computeIfAbsent(service, _ -> new HashMap<>()).put(parts[1], parts[2]);
    }
    return new OctroiSettings(serviceJvm, OctroiSettings.SAMPLING, properties);
  }
}
