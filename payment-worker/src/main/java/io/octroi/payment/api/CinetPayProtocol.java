package io.octroi.payment.api;

import java.util.Map;
import java.util.Optional;

/** CinetPay: its check of a transaction. Credentials: apikey, site_id. */
final class CinetPayProtocol implements Protocol {
  @Override
  public String provider() {
    return "cinetpay";
  }

  @Override
  public Access access(ProviderSettings settings) {
    return new Access.Key(_ -> Map.of());
  }

  @Override
  public Optional<ApiRequest> state(
      Question question, ProviderSettings settings, Credentials credentials) {
    return Optional.of(
        ApiRequest.askJson(
            "/v2/payment/check",
            Protocols.json(
                Map.of(
                    "apikey", credentials.text("apikey"),
                    "site_id", credentials.text("site_id"),
                    "transaction_id", question.reference()))));
  }
}
