package io.octroi.subscription.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import io.octroi.subscription.intake.PlanAdoption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationsIT extends RunningWorker {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private PlanAdoption adoption;

  @Test
  void a_customers_access_is_shown_with_what_it_rests_on() throws Exception {
    // Given
    String customer = newCustomer();
    TestPayment first = TestPayment.paid(customer, WEEKLY, now());
    TestPayment second = TestPayment.paid(customer, MONTHLY, now().plusSeconds(1));
    take(first, second);

    // When
    JsonNode answer = json(get("/operations/customers/" + customer + "/subscriptions"));

    // Then
    JsonNode subscription = answer.get("subscriptions").get(0);
    assertThat(subscription.get("status").asString()).isEqualTo("active");
    assertThat(subscription.get("ends_at").asString())
        .isEqualTo(now().plus(Duration.ofDays(37)).toString());
    assertThat(subscription.get("periods").get(0).get("payment_id").asString())
        .isEqualTo(second.id().toString());
    assertThat(answer.get("payments").size()).isEqualTo(2);
    assertThat(answer.toString()).doesNotContain("email");

    // When
    JsonNode one =
        json(get("/operations/subscriptions/" + subscription.get("subscription_id").asString()));

    // Then
    assertThat(one.get("subscription").get("customer_id").asString()).isEqualTo(customer);
    assertThat(one.get("payments").size()).isEqualTo(2);
  }

  @Test
  void the_story_of_a_payment_tells_what_it_did_to_access() throws Exception {
    // Given
    String customer = newCustomer();
    TestPayment first = TestPayment.paid(customer, WEEKLY, now());
    TestPayment second = TestPayment.paid(customer, MONTHLY, now().plusSeconds(1));
    take(first, second);

    // When
    JsonNode story = json(get("/operations/story?payment=" + first.id()));

    // Then
    assertThat(story.path("customers").toString()).isEqualTo("[\"" + customer + "\"]");
    assertThat(story.path("payments").size()).isEqualTo(2);
    assertThat(story.path("steps").valueStream().map(step -> step.path("kind").asString()))
        .contains("payment-heard-of", "period", "announced", "subscription");
    assertThat(
            story
                .path("steps")
                .valueStream()
                .filter(step -> step.path("kind").asString().equals("period"))
                .map(step -> step.at("/details/ends_at").asString()))
        .containsExactlyInAnyOrder(
            now().plus(Duration.ofDays(7)).toString(), now().plus(Duration.ofDays(37)).toString());
    assertThat(story.toString()).doesNotContain("@");
  }

  @Test
  void a_stranger_has_no_story() throws Exception {
    JsonNode story = json(get("/operations/story?customer=" + newCustomer()));

    assertThat(story.path("steps")).isEmpty();
  }

  @Test
  void lists_are_bounded() throws Exception {
    // Given
    String customer = newCustomer();
    for (int i = 0; i < 3; i++) {
      take(TestPayment.paid(customer, WEEKLY, now()));
    }
    String path = "/operations/customers/" + customer + "/subscriptions";

    // Then
    assertThat(json(get(path + "?limit=2")).get("payments").size()).isEqualTo(2);
    assertThat(get(path + "?limit=101").statusCode()).isEqualTo(400);
    assertThat(get(path + "?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void what_is_not_there_and_what_makes_no_sense_is_a_problem() throws Exception {
    for (String path :
        new String[] {
          "/operations/subscriptions/" + UUID.randomUUID(),
          "/operations/subscriptions/not-an-id",
          "/operations/grants",
          "/operations/grants?flag=pretty"
        }) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).isBetween(400, 404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @Test
  void nobody_looks_without_the_token() throws Exception {
    assertThat(send("/operations/grants?flag=unknown_plan", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void a_payment_of_an_unknown_plan_is_shown_page_by_page_and_counts_once_the_plan_is_there()
      throws Exception {
    // Given
    String customer = newCustomer();
    TestPayment one = TestPayment.paid(customer, "vip-" + customer, now());
    TestPayment other = TestPayment.paid(customer, "vip-" + customer, now());

    // When
    publish(one.event(), other.event());

    // Then
    await().untilAsserted(() -> assertThat(unknownPlans(customer)).isEqualTo(2));
    assertThat(status(customer)).isEmpty();
    JsonNode page = json(get("/operations/grants?flag=unknown_plan&limit=1"));
    assertThat(page.get("grants").size()).isEqualTo(1);
    JsonNode next =
        json(
            get(
                "/operations/grants?flag=unknown_plan&limit=1&after="
                    + page.get("next").asString()));
    assertThat(next.get("grants").get(0).get("payment_id").asString())
        .isGreaterThan(page.get("next").asString());

    // When: the plan's name is one that is configured
    jdbc.update("update grants set plan_code = ? where customer_id = ?", WEEKLY, customer);
    adoption.runOnce();

    // Then
    assertThat(status(customer)).isEqualTo("active");
    assertThat(unknownPlans(customer)).isZero();
    awaitTold(customer, "SubscriptionActivated", "SubscriptionRenewed");
  }

  private int unknownPlans(String customer) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from grants where customer_id = ? and unknown_plan",
            Integer.class,
            customer);
    return count == null ? 0 : count;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(path, "open-sesame");
  }

  private HttpResponse<String> send(String path, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(10))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
