package io.octroi.platform.hyperpay;

import io.octroi.platform.http.Answer;
import io.octroi.platform.provider.Json;
import tools.jackson.databind.node.ObjectNode;

/** OPPWA's results for requests it does not carry out. */
final class HyperPayErrors {
  private HyperPayErrors() {}

  static Answer.Reply of(int status) {
    return switch (status) {
      case 400 -> error(400, "200.300.404", "invalid or missing parameter");
      case 401 -> error(401, "800.900.300", "invalid authentication information");
      case 403 -> error(403, "800.900.201", "unknown channel");
      case 404 -> error(404, "700.400.580", "cannot find transaction");
      case 429 -> error(429, "800.120.100", "too many requests");
      default -> error(status, "999.999.999", "UNDEFINED CONNECTOR/ACQUIRER ERROR");
    };
  }

  static ObjectNode result(String code, String description) {
    return Json.object().put("code", code).put("description", description);
  }

  private static Answer.Reply error(int status, String code, String description) {
    ObjectNode body = Json.object();
    body.set("result", result(code, description));
    body.put("buildNumber", "1.0").put("ndc", "8ac7");
    return Answer.json(status, Json.write(body));
  }
}
