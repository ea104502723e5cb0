package io.octroi.gateway.secret;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps count of which secret versions are in use, as far as this process has seen. */
public final class SecretUses {
  private final Clock clock;
  private final Instant watchedSince;
  private final Map<Key, SecretUse> uses = new ConcurrentHashMap<>();

  private record Key(String endpoint, String version) {}

  public SecretUses(Clock clock) {
    this.clock = clock;
    this.watchedSince = clock.instant();
  }

  /** What was used before then is not known here. */
  public Instant watchedSince() {
    return watchedSince;
  }

  /** Notes what an endpoint accepts from now on; what it no longer does is forgotten. */
  void loaded(String endpoint, List<String> versions) {
    Instant now = clock.instant();
    versions.forEach(version ->
        uses.computeIfAbsent(new Key(endpoint, version), absent -> unused(version, now)));
    uses.keySet()
        .removeIf(key -> key.endpoint().equals(endpoint) && !versions.contains(key.version()));
  }

  /** Notes that a version proved a webhook that was accepted. */
  public void used(String endpoint, String version) {
    Instant now = clock.instant();
    uses.compute(
        new Key(endpoint, version),
        (key, use) -> (use == null ? unused(version, watchedSince) : use).again(now));
  }

  /** What is known of {@code versions}, the current one first, in that order. */
  public List<SecretUse> of(String endpoint, List<String> versions) {
    return versions.stream()
        .map(
            version -> uses.getOrDefault(new Key(endpoint, version), unused(version, watchedSince)))
        .toList();
  }

  private static SecretUse unused(String version, Instant loadedAt) {
    return new SecretUse(version, loadedAt, Instant.EPOCH, 0);
  }
}
