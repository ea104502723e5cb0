package io.octroi.ops;

import static io.octroi.ops.JsonSchemas.ordered;

import io.octroi.gateway.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The gateway's public port. */
final class GatewayDoor {
  private GatewayDoor() {}

  static Map<String, Object> paths() {
    return ordered(
        "/webhooks/{endpoint}",
        door(List.of("endpoint")),
        "/webhooks/{endpoint}/{reference}",
        door(List.of("endpoint", "reference")));
  }

  private static Map<String, Object> door(List<String> variables) {
    List<Object> parameters = variables.stream().<Object>map(GatewayDoor::inPath).toList();
    String suffix = variables.size() == 1 ? "" : "ByReference";
    return ordered(
        "servers",
        List.of(ordered("url", "http://127.0.0.1:8080", "description", "The public port")),
        "parameters",
        parameters,
        "post",
        ordered(
            "operationId",
            "postWebhook" + suffix,
            "summary",
            "Takes a webhook; 202 once the broker has the exact bytes",
            "requestBody",
            ordered("required", true, "content", ordered("*/*", ordered())),
            "responses",
            posted()),
        "get",
        ordered(
            "operationId",
            "probeWebhook" + suffix,
            "summary",
            "Answers a provider's probe where its scheme has one",
            "responses",
            ordered("200", ordered("description", "Somebody is here"), "405", problems(405))));
  }

  private static Map<String, Object> inPath(String name) {
    return ordered(
        "name", name, "in", "path", "required", true, "schema", ordered("type", "string"));
  }

  private static Map<String, Object> posted() {
    Map<String, Object> answers =
        ordered("202", ordered("description", "The broker has the bytes"));
    for (Problem problem : Problem.values()) {
      answers.putIfAbsent(String.valueOf(problem.status()), problems(problem.status()));
    }
    return answers;
  }

  /** One status may have several types. */
  private static Map<String, Object> problems(int status) {
    List<String> types = new ArrayList<>();
    for (Problem problem : Problem.values()) {
      if (problem.status() == status) {
        types.add(
            "urn:octroi:problem:" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    return ordered(
        "description",
        String.join(", ", types),
        "content",
        OpenApiPage.content(
            OpenApiPage.PROBLEM,
            ordered(
                "allOf",
                List.of(
                    ordered("$ref", "#/components/schemas/Problem"),
                    ordered("properties", ordered("type", ordered("enum", types)))))));
  }
}
