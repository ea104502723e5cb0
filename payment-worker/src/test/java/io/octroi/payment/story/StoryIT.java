package io.octroi.payment.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.StripeWebhooks;
import io.octroi.payment.WorkerContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryIT extends WorkerContext {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void a_payments_story_goes_from_the_request_to_the_rule_that_made_it_what_it_is()
      throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook failed = purchase.intent("payment_failed", 5);
    VerifiedWebhook paid = purchase.checkoutPaid(10);
    handle(failed);
    handle(paid);
    UUID id = payment(purchase.session()).orElseThrow().id();

    // When
    JsonNode story = story("payment=" + id);

    // Then
    assertThat(kinds(story))
        .containsSubsequence("request-received", "ledger-entry", "facts", "payment-transition")
        .containsSubsequence("facts", "payment-transition", "facts", "payment-transition");
    assertThat(transitions(story))
        .containsExactly(
            ">failed:the-last-word-is-a-failure", "failed>succeeded:a-success-outweighs-failures");
    JsonNode received = step(story, "request-received");
    assertThat(received.at("/details/sha256").asString()).hasSize(64);
    assertThat(received.at("/details/secret_version").asString()).isEqualTo("v1");
    assertThat(step(story, "ledger-entry").at("/details/record").asString())
        .matches("[^/]+/[0-9]+@[0-9]+");
    assertThat(story.path("customers").toString()).contains(purchase.customer());
    assertThat(story.toString()).doesNotContain("payer@example.org");
  }

  @Test
  void an_event_and_a_customer_lead_to_the_same_story() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook paid = purchase.checkoutPaid(10);
    handle(paid);
    UUID id = payment(purchase.session()).orElseThrow().id();

    // Then
    assertThat(story("event=" + paid.eventId())).isEqualTo(story("payment=" + id));
    assertThat(story("customer=" + purchase.customer())).isEqualTo(story("payment=" + id));
  }

  @Test
  void what_never_came_in_has_no_story() throws Exception {
    assertThat(get("event=evt_never").statusCode()).isEqualTo(404);
    assertThat(get("payment=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(story("customer=nobody").path("steps")).isEmpty();
  }

  private static List<String> kinds(JsonNode story) {
    return story.path("steps").valueStream().map(s -> s.path("kind").asString()).toList();
  }

  private static List<String> transitions(JsonNode story) {
    return story
        .path("steps")
        .valueStream()
        .filter(s -> s.path("kind").asString().equals("payment-transition"))
        .map(s -> s.path("details"))
        .map(d ->
            d.path("from").asString("")
                + ">"
                + d.path("to").asString()
                + ":"
                + d.path("rule").asString())
        .toList();
  }

  private static JsonNode step(JsonNode story, String kind) {
    return story
        .path("steps")
        .valueStream()
        .filter(s -> s.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode story(String query) throws Exception {
    HttpResponse<String> answer = get(query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> get(String query) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/operations/story?" + query))
            .header("Authorization", "Bearer " + TOKEN)
            .build(),
        BodyHandlers.ofString());
  }
}
