package io.octroi.faults;

import io.octroi.local.LocalSettings;
import io.octroi.local.LocalSystem;
import io.octroi.local.LocalTuning;
import io.octroi.local.Ports;
import io.octroi.local.Progress;
import io.octroi.local.Service;
import io.octroi.local.ServiceName;
import io.octroi.local.Shop;
import io.octroi.platform.network.TcpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The whole system, with a network between the services and what they stand on that can be made to
 * fail, and small disks under broker and database where this machine lets us mount them.
 */
public final class Rig implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int BROKER_DISK_MIB = 256;
  private static final int DATABASE_DISK_MIB = 128;

  private final LocalSystem system;
  private final TcpProxy brokerProxy;
  private final TcpProxy databaseProxy;
  private final Optional<SmallDisk> brokerDisk;
  private final Optional<SmallDisk> databaseDisk;
  private final Shop shop;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Deque<AutoCloseable> toClose;

  private Rig(Path jars, Progress progress, Deque<AutoCloseable> toClose) {
    Path home = temporaryHome();
    this.toClose = toClose;
    Ports ports = Ports.free();
    brokerProxy = keep(TcpProxy.start(0, ports.broker()));
    databaseProxy = keep(TcpProxy.start(0, ports.database()));
    brokerDisk = SmallDisk.mount(home.resolve("kafka"), BROKER_DISK_MIB);
    brokerDisk.ifPresent(toClose::push);
    databaseDisk = SmallDisk.mount(home.resolve("small-disk"), DATABASE_DISK_MIB);
    databaseDisk.ifPresent(toClose::push);
    LocalTuning tuning = Tuning.through(brokerProxy.port(), databaseProxy.port());
    system =
        keep(
            LocalSystem.start(
                new LocalSettings(home, jars, ports, PATIENCE, false, false, tuning), progress));
    shop = keep(new Shop(system));
  }

  /** Starts everything from the services' jars; whatever was started is stopped if that fails. */
  public static Rig start(Path jars, Progress progress) {
    Deque<AutoCloseable> toClose = new ArrayDeque<>();
    try {
      return new Rig(jars, progress, toClose);
    } catch (RuntimeException e) {
      closeAll(toClose);
      throw e;
    }
  }

  private <T extends AutoCloseable> T keep(T resource) {
    toClose.push(resource);
    return resource;
  }

  private static Path temporaryHome() {
    try {
      return Files.createTempDirectory("octroi-faults");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LocalSystem system() {
    return system;
  }

  Service service(ServiceName name) {
    return system.service(name);
  }

  Shop shop() {
    return shop;
  }

  /** Between all services and the broker. */
  TcpProxy brokerProxy() {
    return brokerProxy;
  }

  /** Between the workers and the database. */
  TcpProxy databaseProxy() {
    return databaseProxy;
  }

  /** What the broker keeps its data on; empty where mounting is not allowed. */
  Optional<SmallDisk> brokerDisk() {
    return brokerDisk;
  }

  /** For a tablespace; empty where mounting is not allowed. */
  Optional<SmallDisk> databaseDisk() {
    return databaseDisk;
  }

  HttpClient http() {
    return http;
  }

  void awaitReady(Service service) {
    Await.until(service.name().artifact() + " to be ready", PATIENCE, () -> service.isReady(http));
  }

  /** Starts it as often as it takes until it is ready; what it stands on may be away meanwhile. */
  void revive(Service service) {
    Await.until(
        service.name().artifact() + " to be there again",
        PATIENCE,
        () -> {
          service.restart();
          return service.isReady(http);
        });
  }

  /**
   * Starts the broker until its readers are served. One that was killed may come back as the leader
   * of everything and refuse to coordinate any group; in a cluster another one would.
   */
  void restartBroker() {
    Backlog backlog = new Backlog(system);
    Await.until(
        "the broker to serve its readers",
        PATIENCE,
        () -> {
          system.broker().restart();
          return backlog.isServed();
        });
  }

  /** Whole again, whatever a fault that failed has left broken. */
  void mend() {
    brokerProxy.forward();
    databaseProxy.forward();
    if (!system.broker().isAlive()) {
      restartBroker();
    }
    if (!system.database().isAlive()) {
      system.database().restart();
    }
    for (ServiceName name : ServiceName.values()) {
      revive(service(name));
    }
  }

  @Override
  public void close() {
    http.close();
    closeAll(toClose);
  }

  private static void closeAll(Deque<AutoCloseable> toClose) {
    while (!toClose.isEmpty()) {
      try {
        toClose.pop().close();
      } catch (Exception e) {
        System.err.println("could not be closed: " + e.getMessage());
      }
    }
  }
}
