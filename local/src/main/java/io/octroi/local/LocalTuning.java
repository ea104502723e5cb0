package io.octroi.local;

import io.octroi.platform.broker.BrokerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run has that others do not.
 *
 * @param properties Spring properties of a service that win over the usual ones
 * @param broker settings of the broker that win over the usual ones
 * @param environment variables of every service's process, as in {@code TZ}
 * @param database settings of the database server that win over the usual ones
 * @param jvms what the processes' JVMs run with
 * @param layouts where services lie as in their images, as {@code <service>/app}; null where they
 *     are unpacked from their jars
 * @param forgetful whether Telegram's stand-in keeps what it holds in memory only, and no traces
 *     are kept: the former writes all of it to its file at each change, which grows with the number
 *     of members, and traces fill the heap of the process that makes the load
 */
public record LocalTuning(
    Map<ServiceName, Map<String, Object>> properties,
    Map<String, String> broker,
    Map<String, String> environment,
    Map<String, String> database,
    Jvms jvms,
    @Nullable Path layouts,
    boolean forgetful) {
  /** The usual run. */
  public static final LocalTuning NONE = new LocalTuning(Map.of(), Map.of());

  public LocalTuning {
    properties = Map.copyOf(properties);
    broker = Map.copyOf(broker);
    environment = Map.copyOf(environment);
    database = Map.copyOf(database);
  }

  /** In the environment of this process. */
  public LocalTuning(Map<ServiceName, Map<String, Object>> properties, Map<String, String> broker) {
    this(properties, broker, Map.of());
  }

  /** On the usual database and JVMs. */
  public LocalTuning(
      Map<ServiceName, Map<String, Object>> properties,
      Map<String, String> broker,
      Map<String, String> environment) {
    this(properties, broker, environment, Map.of(), Jvms.SMALL, null, false);
  }

  /** On a database server with these settings. */
  public LocalTuning withDatabase(Map<String, String> values) {
    return new LocalTuning(properties, broker, environment, values, jvms, layouts, forgetful);
  }

  /** In these JVMs. */
  public LocalTuning withJvms(Jvms values) {
    return new LocalTuning(properties, broker, environment, database, values, layouts, forgetful);
  }

  /** As laid out here. */
  public LocalTuning withLayouts(Path where) {
    return new LocalTuning(properties, broker, environment, database, jvms, where, forgetful);
  }

  /** With a Telegram that lasts no longer than the run. */
  public LocalTuning forgetting() {
    return new LocalTuning(properties, broker, environment, database, jvms, layouts, true);
  }

  Map<String, Object> of(ServiceName service) {
    return properties.getOrDefault(service, Map.of());
  }

  /**
   * Arguments of the JVMs.
   *
   * @param services of each service
   * @param broker of the broker
   */
  public record Jvms(List<String> services, List<String> broker) {
    /** Quick to start and small: what one machine that also does other things is given. */
    public static final Jvms SMALL =
        new Jvms(
            List.of(
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=192m",
                "-Dfile.encoding=UTF-8"),
            BrokerSettings.SMALL_JVM);

    public Jvms {
      services = List.copyOf(services);
      broker = List.copyOf(broker);
    }
  }
}
