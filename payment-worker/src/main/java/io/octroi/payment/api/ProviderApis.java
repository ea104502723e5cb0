package io.octroi.payment.api;

import java.util.Map;
import java.util.Optional;

/** The configured APIs, by the webhook endpoint that they stand behind. */
public final class ProviderApis {
  private final Map<String, ProviderApi> byEndpoint;

  ProviderApis(Map<String, ProviderApi> byEndpoint) {
    this.byEndpoint = Map.copyOf(byEndpoint);
  }

  public Optional<ProviderApi> of(String endpoint) {
    return Optional.ofNullable(byEndpoint.get(endpoint));
  }

  public Map<String, ProviderApi> byEndpoint() {
    return byEndpoint;
  }
}
