package io.octroi.ops;

import static io.octroi.ops.JsonSchemas.ordered;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/** A service's OpenAPI page, made of its controllers and what is said of them by hand. */
final class OpenApiPage {
  static final String PROBLEM = "application/problem+json";

  private final Surface surface;
  private final Map<String, String> summaries;
  private final JsonSchemas schemas;

  /**
   * @param summaries what each operation does, by its name
   */
  OpenApiPage(Surface surface, Map<String, String> summaries) {
    this.surface = surface;
    this.summaries = summaries;
    this.schemas = new JsonSchemas(surface == Surface.NOTIFIER);
  }

  String yaml() {
    Map<String, Object> paths = new LinkedHashMap<>();
    if (surface == Surface.GATEWAY) {
      paths.putAll(GatewayDoor.paths());
    }
    for (Operation operation : surface.operations()) {
      @SuppressWarnings("unchecked")
      Map<String, Object> path =
          (Map<String, Object>)
              paths.computeIfAbsent(operation.path(), absent -> new LinkedHashMap<>());
      path.put(operation.verb().toLowerCase(Locale.ROOT), describe(operation));
    }
    return Yamls.write(
        ordered(
            "openapi",
            "3.1.0",
            "info",
            ordered(
                "title",
                "Octroi " + surface.serviceName(),
                "version",
                "1",
                "description",
                "Written from the code by `mvn -pl ops test -Dtest=ApiTest"
                    + " -Doctroi.docs.write=true`; docs/operations.md explains it."),
            "servers",
            servers(),
            "paths",
            paths,
            "components",
            components()));
  }

  private List<Object> servers() {
    List<Object> servers = new ArrayList<>();
    servers.add(
        ordered(
            "url",
            "http://127.0.0.1:" + surface.managementPort(),
            "description",
            "The management port; not for the public"));
    return servers;
  }

  private Map<String, Object> components() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(
        "securitySchemes", ordered("operatorToken", ordered("type", "http", "scheme", "bearer")));
    all.put(
        "responses",
        ordered(
            "Problem",
            ordered(
                "description",
                "Refused (RFC 9457); docs/operations.md lists the types",
                "content",
                content(PROBLEM, ordered("$ref", "#/components/schemas/Problem")))));
    Map<String, Object> records = new LinkedHashMap<>(schemas.components());
    records.put("Problem", problem());
    all.put("schemas", records);
    return all;
  }

  private static Map<String, Object> problem() {
    return ordered(
        "type",
        "object",
        "properties",
        ordered(
            "type", ordered("type", "string", "description", "urn:octroi:problem:…, stable"),
            "title", ordered("type", "string"),
            "status", ordered("type", "integer"),
            "detail", ordered("type", "string"),
            "reason", ordered("type", "string")));
  }

  private Map<String, Object> describe(Operation operation) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("operationId", operation.id());
    described.put("summary", summaries.getOrDefault(operation.name(), ""));
    if (!operation.conditions().isEmpty()) {
      described.put(
          "description", "Demands one of these: " + String.join(", ", operation.conditions()));
    }
    described.put("security", List.of(ordered("operatorToken", List.of())));
    List<Object> parameters = parameters(operation);
    if (!parameters.isEmpty()) {
      described.put("parameters", parameters);
    }
    body(operation).ifPresent(body -> described.put("requestBody", body));
    described.put(
        "responses",
        ordered(
            String.valueOf(operation.status()),
            answer(operation),
            "401",
            ordered("$ref", "#/components/responses/Problem"),
            "default",
            ordered("$ref", "#/components/responses/Problem")));
    return described;
  }

  private Map<String, Object> answer(Operation operation) {
    List<Type> types = operation.answers();
    Map<String, Object> answer = ordered("description", "Done");
    if (types.equals(List.of(void.class))) {
      return answer;
    }
    List<Map<String, Object>> shapes = types.stream().map(schemas::of).distinct().toList();
    answer.put(
        "content",
        content(
            "application/json", shapes.size() == 1 ? shapes.getFirst() : ordered("oneOf", shapes)));
    return answer;
  }

  private Optional<Map<String, Object>> body(Operation operation) {
    for (Method method : operation.methods()) {
      for (Parameter parameter : method.getParameters()) {
        if (parameter.isAnnotationPresent(RequestBody.class)) {
          return Optional.of(
              ordered(
                  "required",
                  parameter.getAnnotation(RequestBody.class).required(),
                  "content",
                  content("application/json", schemas.of(parameter.getParameterizedType()))));
        }
      }
    }
    return Optional.empty();
  }

  private List<Object> parameters(Operation operation) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Method method : operation.methods()) {
      for (Parameter parameter : method.getParameters()) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
          String given = parameter.getAnnotation(PathVariable.class).value();
          String name = given.isEmpty() ? parameter.getName() : given;
          parameters.put("path " + name, path(name, parameter));
        } else if (parameter.isAnnotationPresent(RequestParam.class)) {
          RequestParam said = parameter.getAnnotation(RequestParam.class);
          String given = said.name().isEmpty() ? said.value() : said.name();
          String name = given.isEmpty() ? parameter.getName() : given;
          parameters.putIfAbsent(
              "query " + name, query(name, parameter, said, operation.methods().size() == 1));
        }
      }
    }
    for (String condition : operation.conditions()) {
      String name = condition.replaceAll("=.*", "");
      parameters.putIfAbsent(
          "query " + name,
          ordered("name", name, "in", "query", "schema", ordered("type", "string")));
    }
    if (operation.takesReason()) {
      parameters.put("header", reason(operation.demandsReason()));
    }
    return List.copyOf(parameters.values());
  }

  private Map<String, Object> path(String name, Parameter parameter) {
    return ordered("name", name, "in", "path", "required", true, "schema", schema(parameter));
  }

  private Map<String, Object> query(
      String name, Parameter parameter, RequestParam said, boolean only) {
    Map<String, Object> query = ordered("name", name, "in", "query");
    boolean has = !said.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    if (only && said.required() && !has && parameter.getType() != Optional.class) {
      query.put("required", true);
    }
    Map<String, Object> schema = schema(parameter);
    if (has && !said.defaultValue().isEmpty()) {
      schema.put("default", value(schema, said.defaultValue()));
    }
    query.put("schema", schema);
    return query;
  }

  private static Object value(Map<String, Object> schema, String text) {
    return switch (String.valueOf(schema.get("type"))) {
      case "integer" -> Long.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  private Map<String, Object> schema(Parameter parameter) {
    Map<String, Object> schema = schemas.of(parameter.getParameterizedType());
    JsonSchemas.limits(parameter, schema);
    return schema;
  }

  private static Map<String, Object> reason(boolean required) {
    return ordered(
        "name",
        "Octroi-Reason",
        "in",
        "header",
        "required",
        required,
        "description",
        "Why; 1 to 500 characters, plain ASCII or UTF-8''… (RFC 8187). Is audited.",
        "schema",
        ordered("type", "string", "minLength", 1));
  }

  static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
    return ordered(mediaType, ordered("schema", schema));
  }
}
