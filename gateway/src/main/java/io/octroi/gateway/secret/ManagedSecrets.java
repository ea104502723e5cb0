package io.octroi.gateway.secret;

import io.octroi.gateway.scheme.Secret;
import io.octroi.runtime.secret.ManagedSecret;
import io.octroi.runtime.secret.SecretText;
import io.octroi.runtime.secret.SecretUnavailableException;
import io.octroi.runtime.secret.SecretVersion;
import io.octroi.runtime.secret.Secrets;
import java.util.List;
import java.util.function.Predicate;

/** The secrets of one endpoint that another system keeps; they change under a running gateway. */
final class ManagedSecrets implements SecretsInUse {
  private final String endpoint;
  private final Need need;
  private final Predicate<ManagedSecrets> ask;
  private final ManagedSecret<List<Secret>> secret;

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
    this.need = need;
    this.ask = ask;
    this.secret = new ManagedSecret<>(secretId, List.of(), versions -> usable(versions, usable));
  }

  @Override
  public List<Secret> current() {
    return secret.current();
  }

  @Override
  public boolean othersThan(List<Secret> tried) {
    return !current().equals(tried) || (ask.test(this) && !current().equals(tried));
  }

  String endpoint() {
    return endpoint;
  }

  /** Whether nothing works for want of them. */
  boolean missing() {
    return need == Need.REQUIRED && current().isEmpty();
  }

  List<String> versions() {
    return current().stream().map(Secret::version).toList();
  }

  /**
   * Loads them again. What is in use stays in use if that fails, or if nothing that came is of use.
   *
   * @return whether anything changed
   * @throws SecretUnavailableException when there is nothing to use
   */
  boolean refresh(Secrets source) {
    return secret.refresh(source);
  }

  private static List<Secret> usable(List<SecretVersion> versions, Predicate<Secret> usable) {
    // Between two calls the stages may move, and one version is then both.
    List<Secret> read =
        versions.stream()
            .map(version -> new Secret(version.id(), SecretText.read(version.text())))
            .filter(usable)
            .distinct()
            .toList();
    if (read.isEmpty()) {
      throw new SecretUnavailableException("the endpoint's scheme cannot use the stored secret");
    }
    return read;
  }
}
