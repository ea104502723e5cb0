package io.octroi.platform.stripe;

import io.octroi.platform.http.Answer;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's refusals in Stripe's words; also for scripting them. */
public final class StripeErrors {
  private StripeErrors() {}

  public static Answer.Reply noKey() {
    return error(401, "invalid_request_error", "", "You did not provide an API key.");
  }

  public static Answer.Reply wrongKey() {
    return error(401, "invalid_request_error", "", "Invalid API Key provided: sk_test_****");
  }

  public static Answer.Reply missing(String object, String id) {
    return error(
        404, "invalid_request_error", "resource_missing", "No such " + object + ": '" + id + "'");
  }

  public static Answer.Reply unknownUrl(String method, String path) {
    return error(
        404,
        "invalid_request_error",
        "",
        "Unrecognized request URL (" + method + ": " + path + ").");
  }

  public static Answer.Reply badParameter(String message) {
    return error(400, "invalid_request_error", "parameter_invalid_integer", message);
  }

  public static Answer.Reply keyReused() {
    return error(
        400,
        "idempotency_error",
        "",
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with.");
  }

  public static Answer.Reply rateLimited() {
    return error(429, "invalid_request_error", "rate_limit", "Request rate limit exceeded.");
  }

  public static Answer.Reply serverError() {
    return error(500, "api_error", "", "An unknown error occurred.");
  }

  private static Answer.Reply error(int status, String type, String code, String message) {
    ObjectNode error = StripeJson.object();
    if (!code.isEmpty()) {
      error.put("code", code);
    }
    error.put("message", message).put("type", type);
    ObjectNode body = StripeJson.object();
    body.set("error", error);
    return Answer.json(status, StripeJson.write(body));
  }
}
