package io.octroi.bench.subject;

import io.octroi.local.LocalSettings;
import io.octroi.local.LocalSystem;
import io.octroi.local.LocalTuning;
import io.octroi.local.Ports;
import io.octroi.local.Progress;
import io.octroi.local.Service;
import io.octroi.local.ServiceName;
import io.octroi.platform.process.ChildCommand;
import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product itself: broker, database and the four services, each a process, with the settings of
 * production but for what a run says otherwise.
 */
public final class Octroi implements Subject {
  private static final Duration START_PATIENCE = Duration.ofMinutes(10);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_EACH = Duration.ofMillis(200);

  private final LocalSystem system;

  private Octroi(LocalSystem system) {
    this.system = system;
  }

  /**
   * Starts all of it in an empty home below {@code work}.
   *
   * @param jars the services' runnable jars
   * @param layouts where they are laid out as in their images
   */
  public static Octroi start(
      Path jars, Path layouts, Path work, OctroiSettings settings, Progress progress) {
    try {
      Files.createDirectories(work);
      for (ServiceName service : ServiceName.values()) {
        progress.step(service.artifact() + " laid out", () -> Layout.of(service, jars, layouts));
      }
      Path home = Files.createTempDirectory(work, "octroi-");
      return new Octroi(
          LocalSystem.start(
              new LocalSettings(
                  home,
                  jars,
                  Ports.free(),
                  START_PATIENCE,
                  false,
                  false,
                  tuning(settings).withLayouts(layouts)),
              progress));
    } catch (IOException e) {
      throw new UncheckedIOException("no place to run in below " + work, e);
    }
  }

  private static LocalTuning tuning(OctroiSettings settings) {
    Map<ServiceName, Map<String, Object>> properties = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      Map<String, Object> own = new HashMap<>();
      own.put("management.tracing.sampling.probability", settings.sampling());
      own.putAll(settings.properties().getOrDefault(service, Map.of()));
      properties.put(service, own);
    }
    return new LocalTuning(properties, Map.of())
        .withDatabase(Surroundings.DATABASE)
        .withJvms(new LocalTuning.Jvms(settings.serviceJvm(), Surroundings.BROKER_JVM))
        .forgetting();
  }

  @Override
  public String name() {
    return "octroi";
  }

  @Override
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + system.ports().gateway() + "/webhooks/stripe");
  }

  @Override
  public String secret() {
    return system.credentials().stripeWebhookSecret();
  }

  @Override
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    for (ServiceName service : ServiceName.values()) {
      pids.put(service.artifact(), system.service(service).pid());
    }
    pids.put("kafka", system.broker().pid());
    pids.put("postgresql", system.database().pid());
    return pids;
  }

  /** What it is made of, to be stopped and started in parts. */
  public LocalSystem system() {
    return system;
  }

  /** Lets a service finish and end. */
  public void stop(ServiceName service) {
    system.service(service).stop(STOP_PATIENCE);
  }

  /** Starts a service that has ended, without waiting for it. */
  public void start(ServiceName service) {
    system.service(service).restart();
  }

  /** Starts a further instance of a worker and returns when it is ready. */
  public Service startAnother(ServiceName worker) {
    Service another = system.startAnother(worker);
    Deadline deadline = Deadline.after(START_PATIENCE);
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!another.isReady(http)) {
        if (!another.isAlive() || deadline.passed()) {
          throw new IllegalStateException("another " + worker.artifact() + " does not start");
        }
        Deadline.pause(LOOK_EACH);
      }
    }
    return another;
  }

  /** Has a service stand still where it is. */
  public void pause(ServiceName service) {
    signal(service, "-STOP");
  }

  /** Has a service that stands still go on. */
  public void resume(ServiceName service) {
    signal(service, "-CONT");
  }

  private void signal(ServiceName service, String signal) {
    ChildCommand command =
        new ChildCommand(
            "kill",
            List.of("kill", signal, Long.toString(system.service(service).pid())),
            Map.of(),
            system.home().resolve("signals.log"),
            ChildCommand.StopSignal.TERM,
            false);
    try (ChildProcess kill = ChildProcess.start(command)) {
      if (!kill.waitFor(STOP_PATIENCE) || kill.onExit().join() != 0) {
        throw new IllegalStateException(service.artifact() + " could not be sent " + signal);
      }
    }
  }

  @Override
  public void close() {
    system.close();
  }
}
