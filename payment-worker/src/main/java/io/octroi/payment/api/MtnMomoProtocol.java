package io.octroi.payment.api;

import java.util.Map;
import java.util.Optional;

/**
 * MTN MoMo Collections: the state of a request to pay. Credentials: api_user, api_key,
 * subscription_key; the environment is MTN's target environment.
 */
final class MtnMomoProtocol implements Protocol {
  private static final String SUBSCRIPTION = "Ocp-Apim-Subscription-Key";

  @Override
  public String provider() {
    return "mtn_momo";
  }

  @Override
  public Access access(ProviderSettings settings) {
    return new Access.Token(
        credentials ->
            new ApiRequest("POST", "/collection/token/", Map.of(), "")
                .with(
                    Map.of(
                        "Authorization",
                        credentials.basic("api_user", "api_key"),
                        SUBSCRIPTION,
                        credentials.text("subscription_key"))),
        credentials ->
            Map.of(
                SUBSCRIPTION,
                credentials.text("subscription_key"),
                "X-Target-Environment",
                settings.environment()));
  }

  @Override
  public Optional<ApiRequest> state(
      Question question, ProviderSettings settings, Credentials credentials) {
    return Optional.of(
        ApiRequest.get("/collection/v1_0/requesttopay/" + Protocols.segment(question.reference())));
  }
}
