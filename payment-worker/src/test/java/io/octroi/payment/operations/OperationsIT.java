package io.octroi.payment.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.VerifiedWebhook;
import io.octroi.payment.StripeWebhooks;
import io.octroi.payment.WorkerContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationsIT extends WorkerContext {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void nobody_gets_in_without_the_token() throws Exception {
    // When
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(uri("/operations/payments?unassigned=true")).build(),
            BodyHandlers.ofString());

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void a_webhook_is_shown_without_its_body() throws Exception {
    // Given
    VerifiedWebhook paid = purchase().checkoutPaid(10);
    handle(paid);

    // When
    HttpResponse<String> answer =
        get("/operations/events/" + paid.endpoint() + "/" + paid.eventId());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode entry = JSON.readTree(answer.body());
    assertThat(entry.path("outcome").asString()).isEqualTo("applied");
    assertThat(entry.path("event_type").asString()).isEqualTo(paid.eventType());
    assertThat(entry.path("sha256").asString()).hasSize(64);
    assertThat(answer.body()).doesNotContain("payer@example.org");
  }

  @Test
  void a_payment_is_found_by_id_by_customer_and_by_reference() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.checkoutPaid(10));
    UUID id = payment(purchase.session()).orElseThrow().id();

    // When
    HttpResponse<String> answer = get("/operations/payments/" + id);
    JsonNode payment = JSON.readTree(answer.body());

    // Then
    assertThat(payment.path("payment").path("status").asString()).isEqualTo("succeeded");
    assertThat(payment.path("payment").path("amount").asLong()).isEqualTo(4900);
    assertThat(payment.path("references").toString())
        .contains(purchase.session(), purchase.intent());
    assertThat(payment.path("facts").path(0).path("kinds").toString())
        .isEqualTo("[\"succeeded\",\"claimed\",\"paid_by\"]");
    assertThat(answer.body()).doesNotContain("payer@example.org");
    assertThat(ids("/operations/payments?customer=" + purchase.customer())).contains(id.toString());
    assertThat(ids("/operations/payments?reference=" + purchase.intent())).contains(id.toString());
  }

  @Test
  void a_paid_payment_of_nobody_is_listed_until_an_operator_assigns_it() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.invoicePaid(11));
    UUID id = payment(purchase.invoice()).orElseThrow().id();
    assertThat(ids("/operations/payments?unassigned=true&limit=500")).contains(id.toString());

    // When
    HttpResponse<String> first = assign(id, purchase.customer(), "signaux-monthly");
    HttpResponse<String> again = assign(id, purchase.customer(), "signaux-monthly");

    // Then
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo("{\"outcome\":\"assigned\"}");
    assertThat(again.body()).isEqualTo("{\"outcome\":\"already_assigned\"}");
    assertThat(ids("/operations/payments?unassigned=true&limit=500")).doesNotContain(id.toString());
    await().untilAsserted(() -> assertThat(outboxOf(purchase.customer())).isZero());
    Row row = payment(purchase.invoice()).orElseThrow();
    assertThat(row.published()).isTrue();
    assertThat(row.customerId()).isEqualTo(purchase.customer());
  }

  @Test
  void what_an_operator_decided_holds_for_the_subscription_and_against_later_claims()
      throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    handle(purchase.invoicePaid(11));
    UUID id = payment(purchase.invoice()).orElseThrow().id();
    assertThat(assign(id, "cust-wrong", "signaux-monthly").statusCode()).isEqualTo(200);
    assertThat(assign(id, "cust-right-" + purchase.name(), "signaux-monthly").statusCode())
        .isEqualTo(200);

    // When
    handle(
        purchase.checkoutSubscribed(10),
        purchase.event(
            "invoice.paid",
            99,
            """
            {"id":"in_next_NAME","object":"invoice","amount_paid":4900,"currency":"eur",
             "billing_reason":"subscription_cycle","customer":"PAYER",
             "parent":{"subscription_details":{"subscription":"SUBSCRIPTION","metadata":{}}}}
            """));

    // Then
    assertThat(payment(purchase.invoice()).orElseThrow().customerId())
        .isEqualTo("cust-right-" + purchase.name());
    assertThat(payment("in_next_" + purchase.name()).orElseThrow().customerId())
        .isEqualTo("cust-right-" + purchase.name());
  }

  @Test
  void a_payment_that_another_one_stands_for_cannot_be_assigned() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    handleOneByOne(purchase.intent("succeeded", 9), purchase.invoicePaid(11));
    UUID one = payment(purchase.intent()).orElseThrow().id();
    UUID other = payment(purchase.invoice()).orElseThrow().id();
    handle(purchase.invoicePaidBy(12));
    UUID kept = payment(purchase.intent()).orElseThrow().id();

    // When
    HttpResponse<String> answer = assign(kept.equals(one) ? other : one, "cust-1", "plan");

    // Then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(answer.body()).path("merged_into").asString())
        .isEqualTo(kept.toString());
  }

  @Test
  void what_did_not_count_and_what_contradicts_is_listed() throws Exception {
    // Given
    StripeWebhooks purchase = purchase();
    VerifiedWebhook refund = purchase.refundedTo(100, 20);
    handle(refund, StripeWebhooks.withOtherBytes(refund));

    // Then
    assertThat(get("/operations/ledger?outcome=unmatched&limit=500").body())
        .contains(refund.eventId());
    assertThat(get("/operations/ledger/conflicts?limit=500").body()).contains(refund.eventId());
  }

  @Test
  void lists_come_in_pages() throws Exception {
    // Given
    handle(purchase().refundedTo(100, 20), purchase().refundedTo(100, 21));

    // When
    JsonNode first = JSON.readTree(get("/operations/ledger?outcome=unmatched&limit=1").body());
    JsonNode second =
        JSON.readTree(
            get("/operations/ledger?outcome=unmatched&limit=1&before="
                    + first.path("next").asString())
                .body());

    // Then
    assertThat(first.path("items").size()).isEqualTo(1);
    assertThat(second.path("items").path(0)).isNotEqualTo(first.path("items").path(0));
  }

  @Test
  void what_cannot_be_asked_is_a_problem_that_says_so() throws Exception {
    problem(get("/operations/events/stripe-main/evt_unknown"), 404);
    problem(get("/operations/payments/" + UUID.randomUUID()), 404);
    problem(get("/operations/payments/not-an-id"), 400);
    problem(get("/operations/payments"), 400);
    problem(get("/operations/ledger?outcome=applied"), 400);
    problem(get("/operations/ledger?outcome=unmatched&limit=501"), 400);
    problem(assign(UUID.randomUUID(), "cust-1", "plan"), 404);
    problem(assign(UUID.randomUUID(), "", "plan"), 400);
    problem(assign(UUID.randomUUID(), "a\\u0000b", "plan"), 400);
  }

  private static void problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
  }

  private String ids(String path) throws IOException, InterruptedException {
    return get(path).body();
  }

  private int outboxOf(String customer) {
    return jdbc.sql("select count(*) from outbox where message_key = ?")
        .param(customer)
        .query(Integer.class)
        .single();
  }

  private HttpResponse<String> assign(UUID id, String customer, String plan)
      throws IOException, InterruptedException {
    String decision = "{\"customer_id\":\"" + customer + "\",\"plan_code\":\"" + plan + "\"}";
    return HTTP.send(
        authorised("/operations/payments/" + id + "/assignment")
            .header("Content-Type", "application/json")
            .header("Octroi-Reason", "told us on the phone")
            .POST(BodyPublishers.ofString(decision))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(authorised(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder authorised(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
