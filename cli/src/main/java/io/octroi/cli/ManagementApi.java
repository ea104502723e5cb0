package io.octroi.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the services' operations; refusals and silence end the command with one clear line. */
public final class ManagementApi {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Directory directory;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

  ManagementApi(Directory directory) {
    this.directory = directory;
  }

  /**
   * Reads.
   *
   * @param path under {@code /operations}, with a leading slash; made with {@link #path}
   * @param query parameters; those with an empty value are left out
   */
  public JsonNode get(ServiceName service, String path, Map<String, String> query) {
    return call(service, request(service, path, query).GET());
  }

  /** Reads what is personal. */
  public JsonNode get(ServiceName service, String path, Map<String, String> query, String reason) {
    return call(service, because(request(service, path, query), reason).GET());
  }

  /**
   * Changes something.
   *
   * @param body sent as JSON; empty for none
   * @param reason goes into the audit log; empty only for a dry run
   */
  public JsonNode post(
      ServiceName service,
      String path,
      Map<String, String> query,
      Map<String, ?> body,
      String reason) {
    HttpRequest.Builder request = request(service, path, query);
    if (body.isEmpty()) {
      request.POST(BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
    }
    return call(service, because(request, reason));
  }

  /** A path of segments, each encoded. */
  public static String path(Object... segments) {
    StringBuilder path = new StringBuilder();
    for (Object segment : segments) {
      path.append('/').append(encoded(segment.toString()));
    }
    return path.toString();
  }

  private HttpRequest.Builder request(ServiceName service, String path, Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .filter(parameter -> !parameter.getValue().isEmpty())
            .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    String uri =
        directory.address(service)
            + "/operations"
            + path
            + (parameters.isEmpty() ? "" : "?" + parameters);
    return HttpRequest.newBuilder(URI.create(uri))
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json")
        .header("Authorization", "Bearer " + directory.token());
  }

  private static HttpRequest.Builder because(HttpRequest.Builder request, String reason) {
    // RFC 8187: a header is ASCII, a reason need not be.
    return reason.isEmpty()
        ? request
        : request.header("Octroi-Reason", "UTF-8''" + encoded(reason));
  }

  private JsonNode call(ServiceName service, HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode body = json(response.body());
      if (response.statusCode() / 100 != 2) {
        throw refused(service, response.statusCode(), body);
      }
      return body;
    } catch (IOException e) {
      throw new CommandException(
          Exit.UNREACHABLE,
          service + " does not answer at " + directory.address(service) + ". Is it running?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(Exit.UNREACHABLE, "interrupted");
    }
  }

  private static CommandException refused(ServiceName service, int status, JsonNode problem) {
    String detail =
        problem.path("detail").asString(problem.path("title").asString("no reason was given"));
    String type = problem.path("type").asString("").replace("urn:octroi:problem:", "");
    return new CommandException(
        status >= 500 && type.isEmpty() ? Exit.UNREACHABLE : Exit.REFUSED,
        service + " refused (" + status + (type.isEmpty() ? "" : ", " + type) + "): " + detail);
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
