package io.octroi.platform.flutterwave;

import io.octroi.platform.http.Answer;
import io.octroi.platform.provider.Json;
import tools.jackson.databind.node.ObjectNode;

/** Flutterwave's refusals in the words of both its APIs. */
final class FlutterwaveErrors {
  private FlutterwaveErrors() {}

  static Answer.Reply third(int status) {
    String message =
        switch (status) {
          case 400 -> "No transaction was found for this id";
          case 401 -> "Invalid authorization key";
          case 404 -> "Cannot GET the page you asked for";
          case 429 -> "Too many requests";
          default -> "An internal error occurred";
        };
    ObjectNode body = Json.object().put("status", "error").put("message", message);
    body.putNull("data");
    return Answer.json(status, Json.write(body));
  }

  static Answer.Reply fourth(int status) {
    return switch (status) {
      case 400 -> error(400, "REQUEST_NOT_VALID", "10400", "The request is not valid");
      case 401 -> error(401, "UNAUTHORIZED", "10401", "The access token is not valid");
      case 404 -> error(404, "RESOURCE_NOT_FOUND", "10404", "The resource was not found");
      case 429 -> error(429, "TOO_MANY_REQUESTS", "10429", "Too many requests");
      default -> error(status, "INTERNAL_SERVER_ERROR", "10500", "An internal error occurred");
    };
  }

  static Answer.Reply wrongClient() {
    return Answer.json(
        401,
        Json.write(
            Json.object()
                .put("error", "unauthorized_client")
                .put("error_description", "Invalid client or Invalid client credentials")));
  }

  private static Answer.Reply error(int status, String type, String code, String message) {
    ObjectNode body = Json.object().put("status", "failed");
    ObjectNode error = body.putObject("error");
    error.put("type", type).put("code", code).put("message", message);
    error.putArray("validation_errors");
    return Answer.json(status, Json.write(body));
  }
}
