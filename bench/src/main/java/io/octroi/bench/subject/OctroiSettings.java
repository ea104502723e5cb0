package io.octroi.bench.subject;

import io.octroi.local.ServiceName;
import java.util.List;
import java.util.Map;

/**
 * What a run of the product is tried with.
 *
 * @param serviceJvm arguments of each service's JVM
 * @param sampling share of the traces that are kept and exported, 0 to 1
 * @param properties Spring properties of a service that win over its own
 */
public record OctroiSettings(
    List<String> serviceJvm, double sampling, Map<ServiceName, Map<String, Object>> properties) {
  /** What a system under such load keeps; the rest of the traces says the same. */
  public static final double SAMPLING = 0.1;
}
