package io.octroi.payment.api;

import java.util.Map;
import java.util.Optional;

/** PayPal: its own copy of an event it posted. Credentials: client_id, client_secret. */
final class PayPalProtocol implements Protocol {
  @Override
  public String provider() {
    return "paypal";
  }

  @Override
  public Access access(ProviderSettings settings) {
    return new Access.Token(
        credentials ->
            ApiRequest.askForm("/v1/oauth2/token", "grant_type=client_credentials")
                .with(Map.of("Authorization", credentials.basic("client_id", "client_secret"))),
        _ -> Map.of());
  }

  @Override
  public Optional<ApiRequest> state(
      Question question, ProviderSettings settings, Credentials credentials) {
    return question.kind().equals("event")
        ? Optional.of(
            ApiRequest.get(
                "/v1/notifications/webhooks-events/" + Protocols.segment(question.reference())))
        : Optional.empty();
  }
}
