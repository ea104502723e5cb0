package io.octroi.bench.floor;

import io.octroi.bench.server.ServerSubject;
import io.octroi.bench.server.ServerSubject.Door;
import io.octroi.bench.server.SpringServer;
import io.octroi.bench.subject.Subject;
import io.octroi.bench.subject.Surroundings;
import io.octroi.platform.broker.Topics;
import io.octroi.platform.process.ChildProcess;
import io.octroi.platform.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Starts floors that are servers, and measures those that are not, each in its own process. */
public final class Floors {
  /** What a floor's process may take beyond its time: to start, to finish what is under way. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Floors() {}

  /** Reads a body, answers 200. */
  public static Subject tomcat(Door door, Path log) {
    return ServerSubject.start(
        SpringServer.command("bare tomcat", BareTomcat.class, door.port(), Map.of(), log),
        door,
        Map.of());
  }

  /**
   * Reads a body, answers 200 when the broker has it.
   *
   * @param foundations the pids of the broker, by name
   */
  public static Subject producerBehindTomcat(
      Door door, String bootstrapServers, Map<String, Long> foundations, Path log) {
    Topics.create(bootstrapServers, Map.of(Producers.TOPIC, Producers.PARTITIONS));
    Map<String, String> settings = Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    return ServerSubject.start(
        SpringServer.command(
            "producer behind tomcat", ProducerBehindTomcat.class, door.port(), settings, log),
        door,
        foundations);
  }

  /**
   * Lets a floor work as fast as it can and returns when it has.
   *
   * @param body the bytes of an event, the same that servers are sent
   * @param warmUp how long it works before it is measured
   * @param time how long it is measured
   * @param directory for its log and its input
   * @throws IllegalStateException with its last output, when it fails
   */
  public static FloorFigure measure(
      Floor floor, byte[] body, Duration warmUp, Duration time, Path directory) {
    FloorOrder order = new FloorOrder(floor, write(body, directory), warmUp, time);
    JvmCommand command =
        JvmCommand.named(floor.name(), directory.resolve("floors.log"))
            .jvmArguments(Surroundings.SERVICE_JVM)
            .mainClass(JvmCommand.ownClassPath(), FloorApplication.class.getName())
            .environment(order.environment());
    try (ChildProcess process = command.start()) {
      boolean ended = process.waitFor(warmUp.plus(time).plus(PATIENCE));
      if (!ended || process.onExit().join() != 0) {
        throw new IllegalStateException(
            floor.name()
                + " failed. Its last output:\n"
                + String.join("\n", process.lastOutput(20)));
      }
      return FloorFigure.read(floor.name(), String.join("", process.lastOutput(1)));
    }
  }

  private static Path write(byte[] body, Path directory) {
    try {
      return Files.write(directory.resolve("event.json"), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
