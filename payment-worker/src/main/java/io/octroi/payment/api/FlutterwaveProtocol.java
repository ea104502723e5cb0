package io.octroi.payment.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Flutterwave. Its third API, chosen by the environment {@code v3}, takes a lasting secret_key; the
 * fourth issues tokens for client_id and client_secret.
 */
final class FlutterwaveProtocol implements Protocol {
  private static final String THIRD = "v3";
  private static final String TOKEN = "/realms/flutterwave/protocol/openid-connect/token";

  @Override
  public String provider() {
    return "flutterwave";
  }

  @Override
  public Access access(ProviderSettings settings) {
    return settings.environment().equals(THIRD)
        ? Access.bearer("secret_key")
        : new Access.Token(FlutterwaveProtocol::token, _ -> Map.of());
  }

  private static ApiRequest token(Credentials credentials) {
    return ApiRequest.askForm(
        TOKEN,
        String.join(
            "&",
            Protocols.form("client_id", credentials.text("client_id")),
            Protocols.form("client_secret", credentials.text("client_secret")),
            "grant_type=client_credentials"));
  }

  @Override
  public Optional<ApiRequest> state(
      Question question, ProviderSettings settings, Credentials credentials) {
    String id = Protocols.segment(question.reference());
    boolean third = settings.environment().equals(THIRD);
    return switch (question.kind()) {
      case "refund" -> Optional.of(ApiRequest.get((third ? "/v3/refunds/" : "/refunds/") + id));
      case "chargeback" ->
          third ? Optional.empty() : Optional.of(ApiRequest.get("/chargebacks/" + id));
      default ->
          Optional.of(
              ApiRequest.get(third ? "/v3/transactions/" + id + "/verify" : "/charges/" + id));
    };
  }

  /** The third API has 400 for an id it does not know. */
  @Override
  public boolean saysUnknown(int status, byte[] body) {
    return status == 400
        && new String(body, StandardCharsets.UTF_8).contains("No transaction was found");
  }
}
