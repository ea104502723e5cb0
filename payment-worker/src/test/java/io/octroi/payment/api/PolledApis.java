package io.octroi.payment.api;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.octroi.runtime.secret.SecretVersion;
import io.octroi.runtime.trace.Traces;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes the API behind an endpoint of any name, with room for long lists. */
public final class PolledApis {
  private PolledApis() {}

  public static ProvidersProperties settings(
      String endpoint, String provider, URI base, String environment) {
    return new ProvidersProperties(
        Map.of(
            endpoint,
            new ProviderSettings(
                provider,
                base.toString(),
                "",
                "octroi/" + provider,
                environment,
                Duration.ofMinutes(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                2,
                Duration.ofMillis(5),
                Duration.ofSeconds(1),
                8_388_608,
                60_000,
                100,
                Duration.ofSeconds(30))));
  }

  public static ProviderApis of(ProvidersProperties settings, String secret, Clock clock) {
    return new ApiConfiguration()
        .providerApis(
            settings,
            _ -> List.of(new SecretVersion("v1", secret)),
            clock,
            Traces.none(),
            new SimpleMeterRegistry());
  }
}
