package io.octroi.subscription.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.operations.finding.Findings;
import io.octroi.subscription.RunningWorker;
import io.octroi.subscription.TestPayment;
import io.octroi.subscription.subscription.PaymentNews;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryIT extends RunningWorker {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Autowired private Findings findings;

  @Test
  void what_a_payment_did_stands_in_the_trace_that_brought_it() throws Exception {
    // Given
    String customer = newCustomer();
    TestPayment paid = TestPayment.paid(customer, WEEKLY, now());
    String traceparent = "00-" + TRACE + "-b7ad6b7169203331-01";
    take(List.of(new PaymentNews(paid.snapshot(), traceparent)), List.of());

    // When
    JsonNode story = story(customer);

    // Then
    for (String kind : List.of("payment-heard-of", "period", "announced")) {
      assertThat(step(story, kind).path("trace_id").asString()).as(kind).isEqualTo(TRACE);
    }
  }

  @Test
  void the_end_by_time_is_told_with_what_let_it_happen() throws Exception {
    // Given
    String customer = newCustomer();
    take(TestPayment.paid(customer, WEEKLY, now()));
    pass(Duration.ofDays(8));

    // When
    dueClock.runOnce();

    // Then
    JsonNode story = story(customer);
    assertThat(step(story, "access-ended").at("/details/rule").asString())
        .isEqualTo("every-payment-until-then-known");
  }

  @Test
  void a_member_who_stays_in_doubt_is_told_with_the_obstacle_and_what_was_found() throws Exception {
    // Given
    String customer = newCustomer();
    take(TestPayment.paid(customer, WEEKLY, now()));
    jdbc.update(
        """
        update subscriptions set grace_until = ends_at + interval '5 minutes',
               grace_reason = 'watermark'
         where customer_id = ?
        """,
        customer);
    String subscription =
        jdbc.queryForObject(
            "select subscription_id::text from subscriptions where customer_id = ?",
            String.class,
            customer);
    findings.report(
        "state_over_budget", "subscription.in_grace:" + subscription, Map.of(), "Look.");

    // Then
    JsonNode story = story(customer);
    assertThat(step(story, "removal-held").at("/details/obstacle").asString())
        .isEqualTo("watermark");
    assertThat(step(story, "finding").at("/details/remedy").asString()).isEqualTo("Look.");

    // When: what was found goes away, so that no other test meets it
    findings.clear("state_over_budget", "subscription.in_grace:" + subscription);

    // Then
    assertThat(step(story(customer), "finding-resolved").path("summary").asString()).isNotEmpty();
  }

  private static JsonNode step(JsonNode story, String kind) {
    return story
        .path("steps")
        .valueStream()
        .filter(step -> step.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + story));
  }

  private JsonNode story(String customer) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/operations/story?customer=" + customer))
            .header("Authorization", "Bearer open-sesame")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JsonMapper.shared()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
