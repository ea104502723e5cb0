package io.octroi.gateway.secret;

import io.octroi.gateway.scheme.Secret;
import java.util.List;

/** What one endpoint accepts at this moment. */
public interface SecretsInUse {

  /** The current secret first; empty as long as none is known, and then nobody gets in. */
  List<Secret> current();

  /** Secrets that stay as they were configured. */
  static SecretsInUse fixed(List<Secret> secrets) {
    List<Secret> copy = List.copyOf(secrets);
    return () -> copy;
  }
}
