package io.octroi.gateway.secret;

import io.octroi.gateway.scheme.Secret;
import java.util.List;

/** What one endpoint accepts at this moment. */
public interface SecretsInUse {

  /** The current secret first; empty as long as none is known, and then nobody gets in. */
  List<Secret> current();

  /**
   * Whether others are in use than {@code tried}, with which a request could not be proved. May ask
   * who keeps them, so seldom and for so short a time that nobody can make it a burden.
   */
  default boolean othersThan(List<Secret> tried) {
    return !current().equals(tried);
  }

  /** Secrets that stay as they were configured. */
  static SecretsInUse fixed(List<Secret> secrets) {
    List<Secret> copy = List.copyOf(secrets);
    return () -> copy;
  }
}
