package io.octroi.payment.api;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.runtime.secret.SecretVersion;
import io.octroi.runtime.secret.Secrets;
import io.octroi.runtime.trace.Traces;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes the API behind an endpoint, as the configuration would. */
public final class Apis {
  public static final String ENDPOINT = "shop";

  private Apis() {}

  public static ProviderSettings settings(String provider, URI base, String environment) {
    return new ProviderSettings(
        provider,
        base.toString(),
        "",
        "octroi/" + provider,
        environment,
        Duration.ofMinutes(10),
        Duration.ofSeconds(2),
        Duration.ofMillis(400),
        2,
        Duration.ofMillis(5),
        Duration.ofSeconds(1),
        65_536,
        60_000,
        3,
        Duration.ofSeconds(30));
  }

  /** The one API of an endpoint. */
  public static ProviderApis of(ProviderSettings settings, Clock clock, Secrets secrets) {
    return new ApiConfiguration()
        .providerApis(
            new ProvidersProperties(Map.of(ENDPOINT, settings)),
            secrets,
            clock,
            Traces.none(),
            new SimpleMeterRegistry());
  }

  public static ProviderApi api(ProviderSettings settings, Clock clock, Secrets secrets) {
    return new ApiConfiguration()
        .providerApis(
            new ProvidersProperties(Map.of(ENDPOINT, settings)),
            secrets,
            clock,
            Traces.none(),
            new SimpleMeterRegistry())
        .of(ENDPOINT)
        .orElseThrow();
  }

  public static Secrets secret(String json) {
    return _ -> List.of(new SecretVersion("v1", json));
  }
}
