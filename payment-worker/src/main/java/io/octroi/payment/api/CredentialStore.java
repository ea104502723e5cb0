package io.octroi.payment.api;

import io.octroi.runtime.secret.SecretUnavailableException;
import io.octroi.runtime.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The credentials of one endpoint. They are loaded anew when they have become old, and when the
 * provider refuses them; refusals load at most once in {@link #AFTER_REFUSAL}.
 */
final class CredentialStore {
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Secrets secrets;
  private final String secretId;
  private final Duration age;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Loaded> loaded = Optional.empty();

  private record Loaded(Credentials credentials, Instant at) {}

  CredentialStore(Secrets secrets, String secretId, Duration age, Clock clock) {
    this.secrets = secrets;
    this.secretId = secretId;
    this.age = age;
    this.clock = clock;
  }

  /** The credentials; old ones as long as there are no newer ones to be had. */
  Optional<Credentials> current() {
    return younger(age);
  }

  /** The credentials after the provider refused {@code refused}; empty if there are no others. */
  Optional<Credentials> instead(Credentials refused) {
    return younger(AFTER_REFUSAL).filter(other -> !other.equals(refused));
  }

  private Optional<Credentials> younger(Duration limit) {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (loaded.filter(known -> now.isBefore(known.at().plus(limit))).isEmpty()) {
        load().ifPresent(fresh -> loaded = Optional.of(new Loaded(fresh, now)));
      }
      return loaded.map(Loaded::credentials);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Credentials> load() {
    try {
      JsonNode secret = JSON.readTree(secrets.load(secretId).getFirst().text());
      Map<String, String> texts = new HashMap<>();
      secret.properties().forEach(p -> texts.put(p.getKey(), p.getValue().asString("")));
      return Optional.of(new Credentials(texts));
    } catch (SecretUnavailableException | JacksonException e) {
      return Optional.empty();
    }
  }
}
