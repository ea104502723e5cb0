package io.octroi.platform.wave;

import io.octroi.platform.http.Answer;
import io.octroi.platform.provider.Json;

/** Wave's refusals in Wave's words. */
final class WaveErrors {
  private WaveErrors() {}

  static Answer.Reply of(int status) {
    return switch (status) {
      case 400 -> error(400, "request-validation-error", "Request invalid");
      case 401 ->
          error(401, "no-matching-api-key", "The key you provided is invalid or does not exist");
      case 404 -> error(404, "not-found", "The object you requested does not exist");
      case 429 -> error(429, "too-many-requests", "You have sent too many requests");
      case 503 -> error(503, "service-unavailable", "We are temporarily unavailable");
      default -> error(status, "internal-server-error", "Something went wrong on our side");
    };
  }

  private static Answer.Reply error(int status, String code, String message) {
    return Answer.json(status, Json.write(Json.object().put("code", code).put("message", message)));
  }
}
