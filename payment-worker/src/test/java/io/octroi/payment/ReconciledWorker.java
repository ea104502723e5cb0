package io.octroi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worker, whose records are compared over its management port. */
public abstract class ReconciledWorker extends WorkerContext {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Of these subjects: condition and state. */
  protected List<String> findingsOf(String... subjects) {
    return jdbc.sql("select condition || ' ' || state from findings where subject in (:subjects)")
        .param("subjects", List.of(subjects))
        .query((row, number) -> String.valueOf(row.getString(1)))
        .list();
  }

  /** Compares and waits for the end. */
  protected JsonNode reconcile() throws Exception {
    HttpResponse<String> begun = post("/operations/reconciliation");
    assertThat(begun.statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> last().has("ended_at"));
    assertThat(last().path("id")).isEqualTo(JsonMapper.shared().readTree(begun.body()).path("id"));
    assertThat(last().has("failure")).isFalse();
    return last();
  }

  private JsonNode last() throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get("/operations/reconciliation"));
  }

  protected String get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).build(), BodyHandlers.ofString()).body();
  }

  protected HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return HTTP.send(
        request(path).header("Octroi-Reason", "test").POST(BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + TOKEN);
  }
}
