package io.octroi.operations;

import io.octroi.testing.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with nothing but operators' endpoints; one context for all tests. */
@SpringBootTest(
    classes = ServiceOfTheTest.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {
  protected static final String TOKEN = "open-sesame";
  protected static final String NIGHT_SHIFT = "the token of the night shift";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired protected JdbcTemplate jdbc;
  @Autowired protected MovableClock clock;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    TestInfrastructure.register(registry, "operations_test", "operations_test");
  }

  protected HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(call(path, TOKEN));
  }

  protected HttpResponse<String> post(String path, String... headers)
      throws IOException, InterruptedException {
    return send(posting(call(path, TOKEN), headers));
  }

  protected static HttpRequest.Builder posting(HttpRequest.Builder call, String... headers) {
    HttpRequest.Builder posting = call.POST(HttpRequest.BodyPublishers.noBody());
    return headers.length == 0 ? posting : posting.headers(headers);
  }

  protected HttpRequest.Builder call(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  protected HttpRequest.Builder callOfAStranger(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  protected static HttpResponse<String> send(HttpRequest.Builder call)
      throws IOException, InterruptedException {
    return HTTP.send(call.build(), BodyHandlers.ofString());
  }

  protected static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
