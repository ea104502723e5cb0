package io.octroi.runtime.secret;

import java.util.List;

/** Where secrets are kept. */
public interface Secrets {

  /**
   * The current version, then the previous one if there is one.
   *
   * @throws SecretUnavailableException when the current version cannot be had now
   */
  List<SecretVersion> load(String secretId);
}
