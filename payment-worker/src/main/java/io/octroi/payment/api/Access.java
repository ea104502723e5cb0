package io.octroi.payment.api;

import java.util.Map;
import java.util.function.Function;

/** How a provider wants to be shown who asks. */
sealed interface Access {

  /** Headers made of the credentials themselves; none where the request carries them. */
  record Key(Function<Credentials, Map<String, String>> headers) implements Access {}

  /**
   * A bearer token of OAuth's client credentials grant.
   *
   * @param ask asks for one
   * @param headers go with every request besides the token
   */
  record Token(
      Function<Credentials, ApiRequest> ask, Function<Credentials, Map<String, String>> headers)
      implements Access {}

  /** A lasting key as a bearer token. */
  static Access bearer(String name) {
    return new Key(c -> Map.of("Authorization", "Bearer " + c.text(name)));
  }
}
