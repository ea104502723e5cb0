package io.octroi.platform.broker;

import io.octroi.platform.process.JvmCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a broker runs.
 *
 * @param directory where its data, its settings and its log file are kept
 * @param port where clients connect on 127.0.0.1; 0 picks a free one
 * @param startTimeout how long a start may take
 * @param stopTimeout how long an orderly stop may take before it is killed
 * @param jvmArguments heap and the like
 * @param classPath where Kafka is found
 * @param overrides broker properties that win over the defaults
 */
public record BrokerSettings(
    Path directory,
    int port,
    Duration startTimeout,
    Duration stopTimeout,
    List<String> jvmArguments,
    String classPath,
    Map<String, String> overrides) {

  /** Small and quick to start: one machine, one broker, a few clients. */
  public static final List<String> SMALL_JVM =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

  public BrokerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535: " + port);
    }
    directory = directory.toAbsolutePath().normalize();
    jvmArguments = List.copyOf(jvmArguments);
    overrides = Map.copyOf(overrides);
  }

  /** A small broker on a free port. */
  public static BrokerSettings in(Path directory) {
    return new BrokerSettings(
        directory,
        0,
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        SMALL_JVM,
        JvmCommand.ownClassPath(),
        Map.of());
  }

  public BrokerSettings withPort(int value) {
    return new BrokerSettings(
        directory, value, startTimeout, stopTimeout, jvmArguments, classPath, overrides);
  }

  public BrokerSettings withTimeouts(Duration start, Duration stop) {
    return new BrokerSettings(directory, port, start, stop, jvmArguments, classPath, overrides);
  }

  public BrokerSettings withJvmArguments(List<String> values) {
    return new BrokerSettings(
        directory, port, startTimeout, stopTimeout, values, classPath, overrides);
  }

  public BrokerSettings withClassPath(String value) {
    return new BrokerSettings(
        directory, port, startTimeout, stopTimeout, jvmArguments, value, overrides);
  }

  public BrokerSettings withOverrides(Map<String, String> values) {
    return new BrokerSettings(
        directory, port, startTimeout, stopTimeout, jvmArguments, classPath, values);
  }
}
