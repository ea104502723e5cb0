package io.octroi.gateway.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.octroi.gateway.endpoint.Endpoint;
import io.octroi.gateway.endpoint.Endpoints;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.secret.SecretProperties;
import io.octroi.gateway.secret.SecretUse;
import io.octroi.gateway.secret.SecretUses;
import io.octroi.runtime.secret.Retirement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says of each secret version that an endpoint accepts whether it is still in use. It knows what
 * this process has seen; what all have seen over restarts the payment-worker's ledger knows.
 */
@RestController
@ManagementPortOnly
class SecretController {
  private final Endpoints endpoints;
  private final SecretUses uses;
  private final SecretProperties properties;
  private final Clock clock;

  SecretController(Endpoints endpoints, SecretUses uses, SecretProperties properties, Clock clock) {
    this.endpoints = endpoints;
    this.uses = uses;
    this.properties = properties;
    this.clock = clock;
  }

  /** All that is known. */
  record Report(
      @JsonProperty("as_of") Instant asOf,
      @JsonProperty("watched_since") Instant watchedSince,
      @JsonProperty("retire_after") String retireAfter,
      @JsonProperty("items") List<Version> secrets) {}

  /**
   * One version; {@code last_used_at} is empty if it was not used since {@code watched_since}. Uses
   * of the audience {@code payments} are in the payment-worker's ledger too.
   */
  record Version(
      @JsonProperty("endpoint") String endpoint,
      @JsonProperty("audience") String audience,
      @JsonProperty("version") String version,
      @JsonProperty("stage") String stage,
      @JsonProperty("loaded_at") Instant loadedAt,
      @JsonProperty("last_used_at") String lastUsedAt,
      @JsonProperty("uses") long uses,
      @JsonProperty("safe_to_retire") boolean safeToRetire,
      @JsonProperty("reason") String reason) {}

  @GetMapping("/operations/secrets")
  Report secrets() {
    List<Version> versions = new ArrayList<>();
    endpoints.all().stream()
        .sorted(Comparator.comparing(Endpoint::name))
        .forEach(endpoint -> versions.addAll(versions(endpoint)));
    return new Report(
        clock.instant(), uses.watchedSince(), properties.retireAfter().toString(), versions);
  }

  private List<Version> versions(Endpoint endpoint) {
    List<String> inUse = endpoint.secrets().current().stream().map(Secret::version).toList();
    List<SecretUse> known = uses.of(endpoint.name(), inUse);
    List<Version> versions = new ArrayList<>();
    boolean newerUsed = false;
    for (SecretUse use : known) {
      versions.add(version(endpoint, use, versions.isEmpty(), newerUsed));
      newerUsed |= use.used();
    }
    return versions;
  }

  private Version version(Endpoint endpoint, SecretUse use, boolean current, boolean newerUsed) {
    Retirement retirement =
        Retirement.of(
            new Retirement.Evidence(current, newerUsed, use.lastUsedAt(), uses.watchedSince()),
            clock.instant(),
            properties.retireAfter());
    return new Version(
        endpoint.name(),
        endpoint.audience().wireName(),
        use.version(),
        current ? "current" : "previous",
        use.loadedAt(),
        use.used() ? use.lastUsedAt().toString() : "",
        use.uses(),
        retirement.safe(),
        retirement.wireName());
  }
}
