package io.octroi.payment.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Contact;
import io.octroi.contracts.Money;
import io.octroi.contracts.Provenance;
import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.operations.finding.Findings;
import io.octroi.payment.StripeWebhooks;
import io.octroi.payment.WorkerContext;
import io.octroi.payment.order.Order;
import io.octroi.payment.order.Orders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryIT extends WorkerContext {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Autowired private Orders orders;
  @Autowired private Findings findings;

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
  void between_a_hint_and_its_payment_stand_the_order_and_the_question() throws Exception {
    // Given: MTN's callback cannot be believed, and nobody has asked yet
    String reference = UUID.randomUUID().toString();
    Order order = order(reference);
    orders.register(order);
    handle(hint(reference));
    UUID id = payment(reference).orElseThrow().id();

    // When
    JsonNode waiting = story("payment=" + id);

    // Then
    assertThat(kinds(waiting))
        .contains("order-registered", "request-received", "inquiry-opened", "inquiry-waiting");
    assertThat(step(waiting, "order-registered").at("/details/asked").asString())
        .isEqualTo("15000 XAF");
    assertThat(step(waiting, "inquiry-waiting").at("/details/since").asString()).isNotEmpty();

    // When: it was asked and answered
    jdbc.sql(
            """
            update inquiries
               set state = 'confirmed', verdict = 'valid', attempts = 3, asked_at = next_at,
                   closed_at = next_at, traceparent = ?
             where reference = ?
            """)
        .params("00-" + TRACE + "-b7ad6b7169203331-01", reference)
        .update();
    JsonNode answered = story("event=hint-" + reference);

    // Then
    assertThat(kinds(answered))
        .contains("inquiry-opened", "inquiry-asked", "inquiry-answered")
        .doesNotContain("inquiry-waiting");
    assertThat(step(answered, "inquiry-answered").at("/details/state").asString())
        .isEqualTo("confirmed");
    assertThat(step(answered, "inquiry-answered").path("trace_id").asString()).isEqualTo(TRACE);
    assertThat(step(answered, "inquiry-asked").at("/details/attempts").asString()).isEqualTo("3");
  }

  @Test
  void what_was_found_about_a_payment_is_part_of_its_story() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.intent("processing", 5));
    UUID id = payment(purchase.intent()).orElseThrow().id();
    findings.report("a_condition", "payment.pending:" + id, Map.of(), "Look at it.");

    // Then
    JsonNode open = story("payment=" + id);
    assertThat(step(open, "finding").at("/details/remedy").asString()).isEqualTo("Look at it.");
    assertThat(kinds(open)).doesNotContain("finding-resolved");

    // When
    findings.clear("a_condition", "payment.pending:" + id);

    // Then
    assertThat(kinds(story("payment=" + id))).containsSubsequence("finding", "finding-resolved");
  }

  private static Order order(String reference) {
    return new Order(
        "mtn_momo",
        "momo-main",
        reference,
        "basket-" + reference,
        "cust-" + reference,
        "signaux-monthly",
        Money.of(15_000, "XAF"),
        Contact.UNKNOWN,
        "",
        "",
        Order.State.OPEN,
        StripeWebhooks.START);
  }

  private static VerifiedWebhook hint(String reference) {
    String body =
        "{\"externalId\":\"basket-"
            + reference
            + "\",\"amount\":\"15000\",\"currency\":\"XAF\",\"status\":\"SUCCESSFUL\"}";
    return new VerifiedWebhook(
        "momo-main",
        "mtn_momo",
        "hint-" + reference,
        "requesttopay",
        reference,
        StripeWebhooks.START,
        StripeWebhooks.START,
        Provenance.webhook(Trust.HINT, Provenance.NO_SECRET),
        body.getBytes(StandardCharsets.UTF_8));
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
