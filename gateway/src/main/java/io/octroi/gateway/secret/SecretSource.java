package io.octroi.gateway.secret;

import io.octroi.gateway.scheme.Secret;
import java.util.List;

/** Where secrets are kept. */
interface SecretSource {

  /**
   * The current version, then the previous one if there is one.
   *
   * @throws SecretUnavailableException when the current version cannot be had now
   */
  List<Secret> load(String secretId);
}
