package io.octroi.local;

import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.Deadline;
import io.octroi.platform.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running process of the product. */
public final class Service {
  /** What a process ends with that a SIGKILL ended. */
  private static final int KILLED = 137;

  private static final Duration LOOK_EACH = Duration.ofMillis(250);
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final ServiceName name;
  private final Path jar;
  private final List<String> jvmArguments;
  private final Path log;
  private final Map<String, String> environment;
  private final URI readiness;
  private ChildProcess process;

  Service(
      App app,
      Path log,
      Map<String, String> environment,
      List<String> jvmArguments,
      int managementPort) {
    this.name = app.service();
    this.jar = app.jar();
    this.jvmArguments = List.copyOf(jvmArguments);
    this.log = log;
    this.environment = environment;
    this.readiness =
        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
    this.process = launch(List.of());
  }

  private ChildProcess launch(List<String> moreArguments) {
    ChildProcess started = start(moreArguments);
    if (name.niceness() > 0) {
      Thread.ofVirtual()
          .name(name.artifact() + "-stands-back")
          .start(() -> standBackOnceReady(started));
    }
    return started;
  }

  private ChildProcess start(List<String> moreArguments) {
    return JvmCommand.named(name.artifact(), log)
        .jvmArguments(Stream.of(jvmArguments, moreArguments).flatMap(List::stream).toList())
        .jar(jar)
        .environment(environment)
        .start();
  }

  /** Not before: while it starts, what waits for it only grows. */
  private void standBackOnceReady(ChildProcess started) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (started.isAlive() && !isReady(http)) {
        Deadline.pause(LOOK_EACH);
      }
    }
    if (!started.isAlive()) {
      return;
    }
    try {
      started.standBack(name.niceness());
    } catch (UncheckedIOException e) {
      LOG.warn("{} does not stand back for the gateway: {}", name.artifact(), e.getMessage());
    }
  }

  public ServiceName name() {
    return name;
  }

  public synchronized long pid() {
    return process.pid();
  }

  public synchronized boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it ended at once: by SIGKILL, or as if by it. */
  public synchronized boolean wasKilled() {
    return !process.isAlive() && process.onExit().join() == KILLED;
  }

  /** Ends it as a power cut would. */
  public synchronized void kill() {
    process.kill();
  }

  /** Starts it again after it ended. */
  public synchronized void restart() {
    restart(List.of());
  }

  /** Starts it again after it ended, this once with more arguments of its JVM. */
  public synchronized void restart(List<String> moreArguments) {
    if (!process.isAlive()) {
      process = launch(moreArguments);
    }
  }

  /** Asks it to stop; kills it when it has not within the patience. */
  public synchronized void stop(Duration patience) {
    process.stop(patience);
  }

  synchronized List<String> lastOutput(int lines) {
    return process.lastOutput(lines);
  }

  /** Whether it says of itself that it can work. */
  public boolean isReady(HttpClient http) {
    HttpRequest request = HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
