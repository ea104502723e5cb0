package io.octroi.bench;

import io.octroi.bench.subject.OctroiSettings;
import io.octroi.bench.subject.Surroundings;
import io.octroi.local.ServiceName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The front door of {@code bin/bench}. */
@Command(
    name = "bin/bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures Octroi on this machine, from outside, and prints and keeps the figures.",
    footer = {
      "",
      "Scenarios: accepted, payments, chain, constant, parts, growth, drain, recovery, start,",
      "ledger, partitions. docs/performance.md says what they measure."
    })
public final class BenchApplication implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--short",
      description = "A first impression in some twenty minutes; otherwise an hour and a quarter.")
  private boolean brief;

  @Option(
      names = "--only",
      paramLabel = "SCENARIO",
      split = ",",
      description = "Only these scenarios.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds of each scenario: 3, with --short 1.")
  private int rounds;

  @Option(
      names = "--window",
      paramLabel = "SECONDS",
      description = "Length of one measurement: 12, with --short 5.")
  private int window;

  @Option(names = "--jars", paramLabel = "DIR", description = "Where the services' jars are.")
  private Path jars = Path.of("local", "target", "apps");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the figures are kept: bench/target/bench.")
  private Path out = Path.of("bench", "target", "bench");

  @Option(
      names = "--service-jvm",
      paramLabel = "ARGS",
      description = "Arguments of the services' JVMs in place of the images': ${DEFAULT-VALUE}.")
  private String serviceJvm = String.join(" ", Surroundings.SERVICE_JVM);

  @Option(
      names = "--sampling",
      paramLabel = "SHARE",
      description = "Share of the traces that are kept: ${DEFAULT-VALUE}.")
  private double sampling = OctroiSettings.SAMPLING;

  @Option(
      names = "--set",
      paramLabel = "SERVICE:PROPERTY=VALUE",
      description = "A setting to try, as in gateway:octroi.gateway.publish.linger=1ms.")
  private List<String> settings = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  private BenchApplication() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchApplication()).execute(args));
  }

  @Override
  public Integer call() {
    PrintStream console = System.out;
    Plan plan =
        new Plan(
            brief,
            only,
            rounds > 0 ? rounds : brief ? 1 : 3,
            Duration.ofSeconds(window > 0 ? window : brief ? 5 : 12),
            jars,
            out,
            new OctroiSettings(List.of(serviceJvm.split(" +", -1)), sampling, properties()));
    return new Run(plan, console, Clock.systemUTC()).run() ? 0 : 1;
  }

  private Map<ServiceName, Map<String, Object>> properties() {
    Map<ServiceName, Map<String, Object>> properties = new HashMap<>();
    for (String setting : settings) {
      String[] parts = setting.split("[:=]", 3);
      ServiceName service =
          Arrays.stream(ServiceName.values())
              .filter(name -> parts.length == 3 && name.artifact().equals(parts[0]))
              .findFirst()
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(), "--set takes SERVICE:PROPERTY=VALUE, not " + setting));
      properties.computeIfAbsent(service, _ -> new HashMap<>()).put(parts[1], parts[2]);
    }
    return properties;
  }
}
