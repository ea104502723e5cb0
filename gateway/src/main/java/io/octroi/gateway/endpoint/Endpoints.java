package io.octroi.gateway.endpoint;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registry of endpoints; fixed for the life of the process, but for their secrets. */
public final class Endpoints {
  private final Map<String, Endpoint> byName = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two endpoints have one name
   */
  Endpoints(Collection<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      if (byName.put(endpoint.name(), endpoint) != null) {
        throw new IllegalArgumentException("two endpoints are named " + endpoint.name());
      }
    }
  }

  /** All of them, in no order. */
  public Collection<Endpoint> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Endpoint> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
