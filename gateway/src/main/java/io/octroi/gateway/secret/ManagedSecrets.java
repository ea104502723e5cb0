package io.octroi.gateway.secret;

import io.octroi.gateway.scheme.Secret;
import io.octroi.runtime.secret.SecretUnavailableException;
import io.octroi.runtime.secret.Secrets;
import java.util.List;
import java.util.function.Predicate;

/** The secrets of one endpoint that another system keeps; they change under a running gateway. */
final class ManagedSecrets implements SecretsInUse {
  private final String endpoint;
  private final String secretId;
  private final Predicate<Secret> usable;
  private volatile List<Secret> current = List.of();

  ManagedSecrets(String endpoint, String secretId, Predicate<Secret> usable) {
    this.endpoint = endpoint;
    this.secretId = secretId;
    this.usable = usable;
  }

  @Override
  public List<Secret> current() {
    return current;
  }

  String endpoint() {
    return endpoint;
  }

  List<String> versions() {
    return current.stream().map(Secret::version).toList();
  }

  /**
   * Loads them again. What is in use stays in use if that fails, or if nothing that came is of use.
   *
   * @return whether anything changed
   * @throws SecretUnavailableException when there is nothing to use
   */
  boolean refresh(Secrets source) {
    List<Secret> loaded =
        source.load(secretId).stream()
            .map(version -> new Secret(version.id(), SecretText.read(version.text())))
            .filter(usable)
            .toList();
    if (loaded.isEmpty()) {
      throw new SecretUnavailableException("the endpoint's scheme cannot use the stored secret");
    }
    boolean changed = !loaded.equals(current);
    current = loaded;
    return changed;
  }
}
