package io.octroi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.process.PortInUseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);

  private final HttpClient http = HttpClient.newHttpClient();
  private final LoopbackServer server =
      LoopbackServer.start(
          "echo", 0, CLOCK, request -> Answer.of(200, "text/plain", request.bodyText()));

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void a_request_is_answered_and_kept_as_it_came() throws Exception {
    // When
    HttpResponse<String> response = post("/path?a=1&b=%C3%A9", "x=1&y=a+b");

    // Then
    assertThat(response.body()).isEqualTo("x=1&y=a+b");
    RecordedRequest kept = server.requests().getFirst();
    assertThat(kept.method()).isEqualTo("POST");
    assertThat(kept.path()).isEqualTo("/path");
    assertThat(kept.queryParameters()).containsEntry("b", "é");
    assertThat(kept.formParameters()).containsEntry("y", "a b");
    assertThat(kept.header("x-test")).contains("yes");
    assertThat(kept.receivedAt()).isEqualTo(CLOCK.instant());
  }

  @Test
  void scripted_answers_go_first_to_the_requests_they_fit() throws Exception {
    // Given
    server.script(1, request -> request.path().equals("/b"), Answer.json(503, "busy"));

    // When, Then
    assertThat(post("/a", "1").statusCode()).isEqualTo(200);
    HttpResponse<String> scripted = post("/b", "2");
    assertThat(scripted.statusCode()).isEqualTo(503);
    assertThat(scripted.body()).isEqualTo("busy");
    assertThat(post("/b", "3").statusCode()).isEqualTo(200);
  }

  @Test
  void it_can_hang_up_and_it_can_be_slow() {
    // The client tries once more by itself when a connection that it had used before is closed.
    server.script(2, request -> request.path().equals("/gone"), Answer.hangUp());
    server.script(
        1,
        request -> request.path().equals("/slow"),
        Answer.json(200, "").withDelay(Duration.ofMinutes(1)));

    assertThatThrownBy(() -> post("/gone", "")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> post("/slow", "")).isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void a_failing_handler_is_a_server_error_and_a_huge_body_is_refused() throws Exception {
    try (LoopbackServer broken =
        LoopbackServer.start(
            "broken",
            0,
            CLOCK,
            _ -> {
              throw new IllegalStateException("oops");
            })) {
      HttpRequest request = HttpRequest.newBuilder(broken.uri()).build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(500);
    }
    assertThat(post("/", "x".repeat(4 * 1024 * 1024 + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void a_taken_port_is_told_in_one_clear_sentence() {
    assertThatThrownBy(
            () -> LoopbackServer.start("other", server.port(), CLOCK, _ -> Answer.hangUp()))
        .isInstanceOf(PortInUseException.class)
        .hasMessageContaining("Port " + server.port())
        .hasMessageContaining("other");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .timeout(Duration.ofSeconds(2))
            .header("X-Test", "yes")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
