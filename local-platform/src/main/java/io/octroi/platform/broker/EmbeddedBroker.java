package io.octroi.platform.broker;

import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.Deadline;
import io.octroi.platform.process.DirectoryLock;
import io.octroi.platform.process.JvmCommand;
import io.octroi.platform.process.LoopbackPorts;
import io.octroi.platform.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in a JVM of its own. Its data stays in
 * its directory; a later start on the same directory finds cluster, topics and offsets again. It
 * keeps its port across {@link #restart()}, so clients find it again too.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final int START_ATTEMPTS = 3;

  private final BrokerSettings settings;
  private final DirectoryLock lock;
  private final PidFile pidFile;
  private int port;
  private int controllerPort;
  private ChildProcess child;

  private EmbeddedBroker(BrokerSettings settings, DirectoryLock lock) {
    this.settings = settings;
    this.lock = lock;
    this.pidFile = new PidFile(settings.directory().resolve("broker.pid"));
    if (pidFile.stopStale(settings.stopTimeout())) {
      LOG.atWarn()
          .addKeyValue("directory", settings.directory())
          .log("Stopped the broker that an earlier run left behind");
    }
    this.port = LoopbackPorts.claim(settings.port(), "Kafka broker");
    this.controllerPort = LoopbackPorts.free();
    this.child = launchWithRetries();
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @throws io.octroi.platform.process.PortInUseException when the port is taken
   * @throws IllegalStateException when the directory is in use, or the broker does not come up
   */
  public static EmbeddedBroker start(BrokerSettings settings) {
    DirectoryLock lock = DirectoryLock.acquire(settings.directory());
    try {
      return new EmbeddedBroker(settings, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public synchronized long pid() {
    return child.pid();
  }

  public synchronized boolean isAlive() {
    return child.isAlive();
  }

  /** Ends the broker as a power cut would. */
  public synchronized void kill() {
    child.kill();
    pidFile.delete();
  }

  /** Stops the broker if it runs, and starts it again on the same port and data. */
  public synchronized void restart() {
    stopChild();
    LoopbackPorts.claim(port, "Kafka broker");
    child = launch();
  }

  /** Creates the topics that are not there yet; a topic that exists is left as it is. */
  public void createTopics(Map<String, Integer> partitionsByName) {
    Topics.create(bootstrapServers(), partitionsByName);
  }

  @Override
  public synchronized void close() {
    stopChild();
    lock.close();
  }

  private void stopChild() {
    child.stop(settings.stopTimeout());
    pidFile.delete();
  }

  /** Between choosing a free port and binding it, another process may have been quicker. */
  private ChildProcess launchWithRetries() {
    for (int attempt = 1; ; attempt++) {
      try {
        return launch();
      } catch (PortLostException e) {
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
        port = LoopbackPorts.claim(settings.port(), "Kafka broker");
        controllerPort = LoopbackPorts.free();
      }
    }
  }

  private ChildProcess launch() {
    Path directory = settings.directory();
    Path data = directory.resolve("data");
    Path file = directory.resolve("server.properties");
    Path logback = directory.resolve("logback.xml");
    try (Writer writer = Files.newBufferedWriter(file)) {
      BrokerProperties.of(data, port, controllerPort, settings.overrides()).store(writer, null);
      Files.writeString(logback, BrokerLogging.LOGBACK);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the broker's settings", e);
    }
    ChildProcess started =
        JvmCommand.named("Kafka broker", directory.resolve("broker.log"))
            .jvmArguments(jvmArguments(logback))
            .mainClass(settings.classPath(), BrokerMain.class.getName())
            .arguments(List.of(file.toString(), data.toString(), Uuid.randomUuid().toString()))
            .start();
    pidFile.write(started.handle());
    awaitReady(started);
    return started;
  }

  private List<String> jvmArguments(Path logback) {
    List<String> arguments = new ArrayList<>(settings.jvmArguments());
    arguments.add("-Dlogback.configurationFile=" + logback);
    arguments.add("--enable-native-access=ALL-UNNAMED");
    arguments.add("--sun-misc-unsafe-memory-access=allow");
    return arguments;
  }

  private void awaitReady(ChildProcess started) {
    Deadline deadline = Deadline.after(settings.startTimeout());
    while (!Topics.answers(bootstrapServers(), port)) {
      if (!started.isAlive()) {
        throw ended(started);
      }
      if (deadline.passed()) {
        started.kill();
        throw new IllegalStateException(
            "The Kafka broker did not answer within " + settings.startTimeout() + tail(started));
      }
      Deadline.pause(Duration.ofMillis(50));
    }
    LOG.atInfo()
        .addKeyValue("port", port)
        .addKeyValue("pid", started.pid())
        .log("Kafka broker answers");
  }

  private RuntimeException ended(ChildProcess started) {
    pidFile.delete();
    String output = tail(started);
    return output.contains("Address already in use")
        ? new PortLostException("The Kafka broker lost its port to another program." + output)
        : new IllegalStateException("The Kafka broker ended while starting." + output);
  }

  private static String tail(ChildProcess started) {
    return " Its last output:\n" + String.join("\n", started.lastOutput(20));
  }

  private static final class PortLostException extends IllegalStateException {
    PortLostException(String message) {
      super(message);
    }
  }
}
