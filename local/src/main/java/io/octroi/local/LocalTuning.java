package io.octroi.local;

import java.util.Map;

/**
 * What a run has that others do not.
 *
 * @param properties Spring properties of a service that win over the usual ones
 * @param broker settings of the broker that win over the usual ones
 * @param environment variables of every service's process, as in {@code TZ}
 */
public record LocalTuning(
    Map<ServiceName, Map<String, Object>> properties,
    Map<String, String> broker,
    Map<String, String> environment) {
  /** The usual run. */
  public static final LocalTuning NONE = new LocalTuning(Map.of(), Map.of());

  public LocalTuning {
    properties = Map.copyOf(properties);
    broker = Map.copyOf(broker);
    environment = Map.copyOf(environment);
  }

  /** In the environment of this process. */
  public LocalTuning(Map<ServiceName, Map<String, Object>> properties, Map<String, String> broker) {
    this(properties, broker, Map.of());
  }

  Map<String, Object> of(ServiceName service) {
    return properties.getOrDefault(service, Map.of());
  }
}
