package io.octroi.notifier.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.NotifierContext;
import io.octroi.notifier.intake.EventExamples;
import io.octroi.notifier.intake.PaymentExamples;
import io.octroi.platform.telegram.TelegramFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationsIT extends NotifierContext {
  @LocalServerPort private int port;

  @Test
  void nobody_gets_in_without_the_token() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/operations/deliveries?status=failed")).build();

    assertThat(send(request).statusCode()).isEqualTo(401);
  }

  @Test
  void a_customers_story_is_shown_without_addresses_and_links() throws Exception {
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    HttpResponse<String> response =
        get("/operations/customers/" + member.customerId() + "/notifications");

    JsonNode story = json(response);
    assertThat(story.at("/contact/email").asString()).isEqualTo("m***@e***.com");
    JsonNode notification = story.at("/notifications/0");
    assertThat(notification.path("kind").asString()).isEqualTo("activation-confirmed");
    assertThat(notification.path("subscription_id").asString())
        .isEqualTo(member.subscriptionId().toString());
    assertThat(notification.at("/deliveries")).hasSize(2);
    assertThat(notification.at("/deliveries/0/attempts/0/outcome").asString()).isEqualTo("sent");
    assertThat(response.body())
        .doesNotContain(email(member))
        .doesNotContain(linksOf(member).getFirst());
    assertThat(
            json(get("/operations/notifications/" + notification.path("id").asString()))
                .path("key"))
        .isEqualTo(notification.path("key"));
  }

  @Test
  void every_attempt_is_a_step_of_the_customers_story_with_its_answer() throws Exception {
    EventExamples member = member("signaux");
    TELEGRAM.fail("createChatInviteLink", 1, new TelegramFault.BadRequest("chat not found"));
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();

    HttpResponse<String> response = get("/operations/story?customer=" + member.customerId());

    JsonNode story = json(response);
    assertThat(story.path("steps").valueStream().map(step -> step.path("kind").asString()))
        .contains("notification", "delivery-planned", "delivery-attempt", "delivery-settled");
    assertThat(
            story
                .path("steps")
                .valueStream()
                .filter(step -> step.path("kind").asString().equals("delivery-attempt"))
                .map(step ->
                    step.at("/details/action").asString()
                        + ":"
                        + step.at("/details/answer").asString()))
        .contains("telegram.invitation:refused", "email:sent");
    assertThat(response.body()).doesNotContain(email(member));
  }

  @Test
  void what_is_told_of_a_payment_alone_is_in_the_story_too() throws Exception {
    EventExamples member = newcomer("plain");
    PaymentExamples payment = paymentOf(member);
    publish(payment.refunded(2, 4_000));

    JsonNode story = json(get("/operations/story?payment=" + payment.paymentId()));
    JsonNode shown = json(get("/operations/customers/" + member.customerId() + "/notifications"));

    assertThat(story.at("/steps/0/details/what").asString()).isEqualTo("refund");
    assertThat(story.at("/steps/0/details/key").asString())
        .isEqualTo("refund:" + payment.paymentId() + ":4000");
    assertThat(shown.at("/notifications/0/payment_id").asString())
        .isEqualTo(payment.paymentId().toString());
    assertThat(shown.at("/notifications/0/subscription_id").isNull()).isTrue();
  }

  @Test
  void a_failed_delivery_is_listed_and_can_be_started_again() throws Exception {
    EventExamples member = member("signaux");
    TELEGRAM.fail("createChatInviteLink", 1, new TelegramFault.BadRequest("chat not found"));
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    String id = failedDelivery(member);

    assertThat(post("/operations/deliveries/" + id + "/restart").statusCode()).isEqualTo(204);
    assertThat(post("/operations/deliveries/" + id + "/restart").statusCode()).isEqualTo(409);
    sendAll();

    assertThat(deliveries(member))
        .containsExactly("email.link:sent:", "email:sent:", "telegram.invitation:sent:");
    assertThat(mailsTo(member).getLast().text()).contains(linksOf(member));
  }

  @Test
  void what_is_not_there_is_said_so() throws Exception {
    assertThat(get("/operations/notifications/00000000-0000-0000-0000-000000000000").statusCode())
        .isEqualTo(404);
    assertThat(get("/operations/deliveries?status=nonsense").statusCode()).isEqualTo(400);
    assertThat(json(get("/operations/customers/nobody/notifications")).path("notifications"))
        .isEmpty();
  }

  @Test
  void the_process_is_healthy_while_mail_and_telegram_are_away() throws Exception {
    assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
  }

  private String failedDelivery(EventExamples member) throws Exception {
    for (JsonNode delivery : json(get("/operations/deliveries?status=failed"))) {
      if (delivery.path("customer_id").asString().equals(member.customerId())) {
        assertThat(delivery.path("code").asString()).isEqualTo("chat_not_found");
        return delivery.path("id").asString();
      }
    }
    throw new AssertionError("the failed delivery is not listed");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(authorised(path).GET().build());
  }

  private HttpResponse<String> post(String path) throws Exception {
    return send(
        authorised(path)
            .header("Octroi-Reason", "the chat is back")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private HttpRequest.Builder authorised(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer open-sesame");
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
