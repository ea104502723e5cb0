package io.octroi.payment.api;

import java.util.Map;
import java.util.Optional;

/**
 * Orange Money Web Payment: the state of an order. Credentials: client_id, client_secret; the
 * environment is the part of the path that names the country, {@code dev} in the sandbox.
 */
final class OrangeMoneyProtocol implements Protocol {
  @Override
  public String provider() {
    return "orange_money";
  }

  @Override
  public Access access(ProviderSettings settings) {
    return new Access.Token(
        credentials ->
            ApiRequest.askForm("/oauth/v3/token", "grant_type=client_credentials")
                .with(Map.of("Authorization", credentials.basic("client_id", "client_secret"))),
        _ -> Map.of());
  }

  /** Orange answers only who knows the amount and the pay token too. */
  @Override
  public Optional<ApiRequest> state(
      Question question, ProviderSettings settings, Credentials credentials) {
    String amount = question.details().getOrDefault("amount", "");
    String payToken = question.details().getOrDefault("pay_token", "");
    if (!amount.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(
        ApiRequest.askJson(
            "/orange-money-webpay/" + settings.environment() + "/v1/transactionstatus",
            Protocols.json(
                Map.of(
                    "order_id", question.reference(),
                    "amount", Long.parseLong(amount),
                    "pay_token", payToken))));
  }
}
