package io.octroi.payment.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.runtime.secret.Secrets;
import io.octroi.runtime.trace.Traces;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The configured APIs, by the webhook endpoint that they stand behind. */
public final class ProviderApis {
  private final Map<String, ProviderApi> byEndpoint;

  ProviderApis(Map<String, ProviderApi> byEndpoint) {
    this.byEndpoint = Map.copyOf(byEndpoint);
  }

  /**
   * The APIs of these endpoints, as a worker makes them at its start, untraced.
   *
   * @throws IllegalStateException for a provider whose API nobody here speaks
   */
  public static ProviderApis open(
      ProvidersProperties properties, Secrets secrets, Clock clock, MeterRegistry metrics) {
    return new ApiConfiguration().providerApis(properties, secrets, clock, Traces.none(), metrics);
  }

  public Optional<ProviderApi> of(String endpoint) {
    return Optional.ofNullable(byEndpoint.get(endpoint));
  }

  public Map<String, ProviderApi> byEndpoint() {
    return byEndpoint;
  }
}
