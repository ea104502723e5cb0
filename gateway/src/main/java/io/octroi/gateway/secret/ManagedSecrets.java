package io.octroi.gateway.secret;

import io.octroi.gateway.scheme.Secret;
import io.octroi.runtime.secret.SecretUnavailableException;
import io.octroi.runtime.secret.Secrets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** The secrets of one endpoint that another system keeps; they change under a running gateway. */
final class ManagedSecrets implements SecretsInUse {
  private final String endpoint;
  private final String secretId;
  private final Predicate<Secret> usable;
  private final Need need;
  private final Predicate<ManagedSecrets> ask;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile List<Secret> current = List.of();

  /** What their absence means. */
  enum Need {
    /** An endpoint that lets nobody in, and a gateway that is not ready. */
    REQUIRED,
    /** Something that is left undone. */
    OPTIONAL
  }

  /**
   * @param ask loads them again out of turn, if that is allowed now; whether it did
   */
  ManagedSecrets(
      String endpoint,
      String secretId,
      Predicate<Secret> usable,
      Need need,
      Predicate<ManagedSecrets> ask) {
    this.endpoint = endpoint;
    this.secretId = secretId;
    this.usable = usable;
    this.need = need;
    this.ask = ask;
  }

  @Override
  public List<Secret> current() {
    return current;
  }

  @Override
  public boolean othersThan(List<Secret> tried) {
    return !current.equals(tried) || (ask.test(this) && !current.equals(tried));
  }

  String endpoint() {
    return endpoint;
  }

  /** Whether nothing works for want of them. */
  boolean missing() {
    return need == Need.REQUIRED && current.isEmpty();
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
    // One load after the other: of two at once the earlier could end last, and bring back the old.
    loading.lock();
    try {
      // Between two calls the stages may move, and one version is then both.
      List<Secret> loaded =
          source.load(secretId).stream()
              .map(version -> new Secret(version.id(), SecretText.read(version.text())))
              .filter(usable)
              .distinct()
              .toList();
      if (loaded.isEmpty()) {
        throw new SecretUnavailableException("the endpoint's scheme cannot use the stored secret");
      }
      boolean changed = !loaded.equals(current);
      current = loaded;
      return changed;
    } finally {
      loading.unlock();
    }
  }
}
