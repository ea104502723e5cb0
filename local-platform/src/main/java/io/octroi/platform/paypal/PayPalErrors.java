package io.octroi.platform.paypal;

import io.octroi.platform.http.Answer;
import io.octroi.platform.provider.Json;
import tools.jackson.databind.node.ObjectNode;

/** PayPal's refusals in PayPal's words. */
final class PayPalErrors {
  private PayPalErrors() {}

  static Answer.Reply wrongClient() {
    return oauth(401, "invalid_client", "Client Authentication failed");
  }

  static Answer.Reply wrongGrant() {
    return oauth(400, "unsupported_grant_type", "Grant Type is NULL");
  }

  static Answer.Reply wrongToken() {
    return oauth(401, "invalid_token", "Token signature verification failed");
  }

  static Answer.Reply of(int status) {
    return switch (status) {
      case 400 -> named(400, "INVALID_REQUEST", "Request is not well-formed.");
      case 403 -> named(403, "NOT_AUTHORIZED", "Authorization failed.");
      case 404 -> named(404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.");
      case 429 ->
          named(429, "RATE_LIMIT_REACHED", "Too many requests. Blocked due to rate limiting.");
      case 503 -> named(503, "SERVICE_UNAVAILABLE", "Service Unavailable.");
      default -> named(status, "INTERNAL_SERVER_ERROR", "An internal server error occurred.");
    };
  }

  private static Answer.Reply oauth(int status, String error, String description) {
    return Answer.json(
        status,
        Json.write(Json.object().put("error", error).put("error_description", description)));
  }

  private static Answer.Reply named(int status, String name, String message) {
    ObjectNode body = Json.object();
    body.put("name", name).put("message", message).put("debug_id", "90957fca61718");
    body.putArray("details");
    body.putArray("links");
    return Answer.json(status, Json.write(body));
  }
}
