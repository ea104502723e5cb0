package io.octroi.platform.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A merchant that calls a provider's API, for tests. */
public final class ApiClient {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public ApiClient(URI server) {
    this.server = server;
  }

  /** What came back. */
  public record Response(int status, JsonNode json, Map<String, String> headers) {}

  public ApiClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public ApiClient bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public ApiClient basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public Response get(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).GET());
  }

  public Response post(String path, String body) {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Response send(HttpRequest.Builder request) {
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Map<String, String> first = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
      return new Response(response.statusCode(), Json.read(response.body()), first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
