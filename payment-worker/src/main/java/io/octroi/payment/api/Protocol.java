package io.octroi.payment.api;

import java.util.Optional;

/** What is particular about asking one provider. */
interface Protocol {
  /** As in webhooks: {@code mtn_momo}. */
  String provider();

  Access access(ProviderSettings settings);

  /** The request that asks for the state of something; empty where there is none for its kind. */
  Optional<ApiRequest> state(Question question, ProviderSettings settings, Credentials credentials);

  /** Whether an answer other than 404 says that there is no such thing. */
  default boolean saysUnknown(int status, byte[] body) {
    return false;
  }
}
