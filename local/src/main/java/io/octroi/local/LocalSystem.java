package io.octroi.local;

import io.octroi.platform.broker.BrokerSettings;
import io.octroi.platform.broker.EmbeddedBroker;
import io.octroi.platform.database.DatabaseSettings;
import io.octroi.platform.database.EmbeddedDatabase;
import io.octroi.platform.process.Deadline;
import io.octroi.platform.process.DirectoryLock;
import io.octroi.platform.process.LoopbackPorts;
import io.octroi.runtime.clock.SharedClock;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Broker, database, stand-ins and the four services on one machine. What it stands on runs in child
 * processes or on loopback sockets; nothing is mocked.
 */
public final class LocalSystem implements AutoCloseable {
  /** The chat that members of the local plans are let into. */
  public static final long TELEGRAM_CHAT_ID = -1001234567890L;

  /** A body of the gateway's limit, 1 MiB, and its headers. */
  private static final int LARGEST_MESSAGE_BYTES = 2 * 1024 * 1024;

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  /** A service that leaves an AOT cache behind writes it when it ends. */
  private static final Duration TRAINING_STOP_PATIENCE = Duration.ofMinutes(3);

  private final LocalSettings settings;
  private final Home home;
  private final Credentials credentials;
  private final SharedClock clock;
  private final Progress progress;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<ServiceName, Service> services = new EnumMap<>(ServiceName.class);
  private final Deque<AutoCloseable> toClose = new ConcurrentLinkedDeque<>();
  private StandIns standIns;
  private EmbeddedBroker broker;
  private EmbeddedDatabase database;
  private ServiceSettings told;

  @SuppressWarnings("NullAway.Init") // assigned by start(), the only way to get an instance
  private LocalSystem(LocalSettings settings, Home home, Progress progress) {
    this.settings = settings;
    this.home = home;
    this.progress = progress;
    this.credentials = Credentials.in(home);
    this.clock = SharedClock.open(home.clock(), Clock.systemUTC());
  }

  /**
   * Starts everything and returns when all services say that they are ready.
   *
   * @throws StartException or {@link io.octroi.platform.process.PortInUseException} with one clear
   *     line; whatever was started by then is stopped
   */
  public static LocalSystem start(LocalSettings settings, Progress progress) {
    Home home = Home.open(settings.home());
    DirectoryLock lock = lock(home);
    LocalSystem system = new LocalSystem(settings, home, progress);
    system.toClose.push(lock);
    try {
      settings.ports().requireFree();
      system.startAll();
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private static DirectoryLock lock(Home home) {
    try {
      return DirectoryLock.acquire(home.directory());
    } catch (IllegalStateException e) {
      throw new StartException(
          "Octroi is already running from " + home.directory() + ". Stop it, or choose --home.");
    }
  }

  private void startAll() {
    // Threads that all begin with a log line would make it warn that it is not there yet.
    var _ = LoggerFactory.getILoggerFactory();
    // Below everything that stands on them, so that they are closed last.
    Starting<EmbeddedBroker> brokerStart = aside("Kafka (KRaft)", this::startBroker);
    Starting<EmbeddedDatabase> databaseStart = aside("PostgreSQL", this::startDatabase);
    standIns =
        progress.step(
            "Telegram, SMTP, Twilio, Stripe, Secrets, traces",
            () ->
                StandIns.start(
                    home, settings.ports(), credentials, clock, settings.tuning().forgetful()));
    toClose.push(standIns);
    Map<ServiceName, App> apps = progress.step("services unpacked", this::unpackApps);
    database = databaseStart.await();
    // They find the broker by themselves; while it starts, so can they.
    startServices(apps);
    broker = brokerStart.await();
    progress.step("all services ready", this::awaitReadiness);
    toClose.push(DatabaseRank.keep(database, ServiceName.STANDING_BACK));
    if (settings.supervised()) {
      toClose.push(new Supervisor(services.values(), progress));
    }
    RunFile.write(home, settings.ports(), pids());
  }

  private <T extends AutoCloseable> Starting<T> aside(String what, Supplier<T> start) {
    Starting<T> starting = Starting.of(() -> progress.step(what, start));
    toClose.push(starting);
    return starting;
  }

  private EmbeddedBroker startBroker() {
    EmbeddedBroker started =
        EmbeddedBroker.start(
            BrokerSettings.in(home.kafka())
                .withPort(settings.ports().broker())
                .withTimeouts(settings.startTimeout(), STOP_PATIENCE)
                .withJvmArguments(settings.tuning().jvms().broker())
                .withOverrides(brokerOverrides()));
    return Starting.ready(started, broker -> LocalTopics.create(broker.bootstrapServers()));
  }

  private Map<String, String> brokerOverrides() {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("message.max.bytes", String.valueOf(LARGEST_MESSAGE_BYTES));
    overrides.putAll(settings.tuning().broker());
    return overrides;
  }

  private EmbeddedDatabase startDatabase() {
    EmbeddedDatabase started =
        EmbeddedDatabase.start(
            DatabaseSettings.in(home.postgresql())
                .withPort(settings.ports().database())
                .withTimeouts(settings.startTimeout(), STOP_PATIENCE)
                .withOverrides(settings.tuning().database()));
    return Starting.ready(started, this::provision);
  }

  private void provision(EmbeddedDatabase started) {
    for (ServiceName service : ServiceName.withDatabase()) {
      started.provision(service.schema(), service.role(), credentials.databasePassword());
    }
  }

  private Map<ServiceName, App> unpackApps() {
    Map<ServiceName, App> apps = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      App app = App.of(name, settings);
      app.prepare(home.log("unpack"));
      apps.put(name, app);
    }
    return apps;
  }

  private void startServices(Map<ServiceName, App> apps) {
    told =
        new ServiceSettings(
            settings.ports(), credentials, database.jdbcUrl(), home.clock(), settings.tuning());
    toClose.push(this::stopServices);
    apps.forEach((name, app) ->
        services.put(
            name,
            new Service(
                app,
                home.log(name.artifact()),
                told.environment(name),
                app.jvmArguments(settings),
                settings.ports().management(name))));
  }

  private boolean awaitReadiness() {
    long deadline = System.nanoTime() + settings.startTimeout().toNanos();
    for (Service service : services.values()) {
      while (!service.isReady(http)) {
        if (!service.isAlive()) {
          throw new StartException(
              service.name().artifact()
                  + " ended while starting. Its log: "
                  + home.log(service.name().artifact()));
        }
        if (System.nanoTime() - deadline > 0) {
          throw new StartException(
              service.name().artifact()
                  + " is not ready in time. Its log: "
                  + home.log(service.name().artifact()));
        }
        Deadline.pause(Duration.ofMillis(100));
      }
      progress.line("    " + service.name().artifact() + " is ready");
    }
    return true;
  }

  private Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    services.forEach((name, service) -> pids.put(name.artifact(), service.pid()));
    pids.put("kafka", broker.pid());
    pids.put("postgresql", database.pid());
    return pids;
  }

  /** One of the four processes, to be killed and restarted by fault tests. */
  public Service service(ServiceName name) {
    Service service = services.get(name);
    if (service == null) {
      throw new IllegalStateException(name.artifact() + " was not started");
    }
    return service;
  }

  /** Starts a second instance of a worker; it stops with the system at the latest. */
  public Service startAnother(ServiceName name) {
    int port = LoopbackPorts.free();
    App app = App.of(name, settings);
    Service another =
        new Service(
            app,
            home.log(name.artifact() + "-2"),
            told.environment(name, port),
            app.jvmArguments(settings),
            port);
    toClose.push(() -> another.stop(STOP_PATIENCE));
    return another;
  }

  /** What a service is told of its surroundings, in the environment of its process. */
  public Map<String, String> environment(ServiceName service) {
    return told.environment(service);
  }

  /** Waits until every service says again that it is ready. */
  public void awaitReady() {
    awaitReadiness();
  }

  /** Where its state is kept. */
  public Path home() {
    return home.directory();
  }

  public Ports ports() {
    return settings.ports();
  }

  /** The time of services and stand-ins; moving it moves it for all of them. */
  public SharedClock clock() {
    return clock;
  }

  public Credentials credentials() {
    return credentials;
  }

  public StandIns standIns() {
    return standIns;
  }

  public EmbeddedBroker broker() {
    return broker;
  }

  public EmbeddedDatabase database() {
    return database;
  }

  private void stopServices() {
    for (Service service : services.values()) {
      progress.line("  stopping " + service.name().artifact());
      service.stop(settings.training() ? TRAINING_STOP_PATIENCE : STOP_PATIENCE);
    }
  }

  /** Stops everything in the order in which a webhook passes it, then what it stands on. */
  @Override
  public void close() {
    while (!toClose.isEmpty()) {
      try {
        toClose.pop().close();
      } catch (Exception e) {
        progress.line("  could not be stopped cleanly: " + e.getMessage());
      }
    }
  }
}
