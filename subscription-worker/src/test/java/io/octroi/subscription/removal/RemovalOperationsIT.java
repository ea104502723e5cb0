package io.octroi.subscription.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.operations.stateage.StateBudget;
import io.octroi.subscription.RunningWorker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RemovalOperationsIT extends RunningWorker {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired private StateBudget releasesToApprove;

  @Test
  void a_release_takes_two_operators() throws Exception {
    // When
    HttpResponse<String> asked =
        send("POST", "/operations/removal-releases", "token-a", release(now().plusSeconds(60)));

    // Then
    assertThat(asked.statusCode()).isEqualTo(201);
    JsonNode release = JSON.readTree(asked.body());
    assertThat(release.get("requested_by").asString()).isEqualTo("ops-a");
    assertThat(release.get("reason").asString()).isEqualTo("a test");
    String approval =
        "/operations/removal-releases/" + release.get("release_id").asString() + "/approve";
    assertThat(send("POST", approval, "token-a", "").statusCode()).isEqualTo(409);
    HttpResponse<String> approved = send("POST", approval, "token-b", "");
    assertThat(approved.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(approved.body()).get("approved_by").asString()).isEqualTo("ops-b");
    assertThat(send("POST", approval, "token-b", "").statusCode()).isEqualTo(409);
  }

  @Test
  void a_release_that_lapsed_by_our_clock_waits_for_nobody() throws Exception {
    // Given
    String asked =
        send("POST", "/operations/removal-releases", "token-a", release(now().plusSeconds(60)))
            .body();
    String id = JSON.readTree(asked).get("release_id").asString();
    assertThat(waiting()).contains(id);

    // When
    pass(Duration.ofSeconds(61));

    // Then
    assertThat(waiting()).doesNotContain(id);
  }

  @Test
  void a_release_without_a_bound_is_refused() throws Exception {
    for (String body :
        new String[] {
          release(now().minusSeconds(1)),
          release(now().plus(Duration.ofDays(8))),
          "{\"max_count\":0,\"valid_until\":\"" + now().plusSeconds(60) + "\"}",
          "{\"max_count\":5}"
        }) {
      assertThat(send("POST", "/operations/removal-releases", "token-a", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
  }

  @Test
  void a_family_is_armed_and_disarmed_by_name() throws Exception {
    HttpResponse<String> answer =
        send("PUT", "/operations/removal-arming/metals", "token-b", "{\"armed\":false}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(send("GET", "/operations/removal-arming", "token-a", "").body())
        .contains("\"family\":\"metals\"", "\"changed_by\":\"ops-b\"");
  }

  private List<String> waiting() {
    return releasesToApprove.view().since(now().plusSeconds(1), 1_000).stream()
        .map(StateBudget.Stranded::subject)
        .toList();
  }

  private static String release(Instant until) {
    return "{\"max_count\":5,\"valid_until\":\"" + until + "\"}";
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Octroi-Reason", "a test")
            .timeout(Duration.ofSeconds(10))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
