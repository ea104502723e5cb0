package io.octroi.notifier.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.NotifierContext;
import io.octroi.notifier.intake.EventExamples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChatsIT extends NotifierContext {
  @LocalServerPort private int port;

  @Test
  void operators_see_who_is_where_and_whose_account_it_is_without_its_number() throws Exception {
    EventExamples member = member("duo");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    reconcile();
    String customer = member.customerId();

    JsonNode memberships = json(get("/operations/memberships?limit=1&customer=" + customer));
    JsonNode rest =
        json(
            get(
                "/operations/memberships?customer="
                    + customer
                    + "&before="
                    + memberships.path("next").asString()));
    HttpResponse<String> link = get("/operations/customers/" + customer + "/link");

    assertThat(memberships.path("items")).hasSize(1);
    assertThat(rest.path("items")).hasSize(1);
    assertThat(rest.at("/items/0/chat_id").asLong())
        .isNotEqualTo(memberships.at("/items/0/chat_id").asLong());
    assertThat(json(link).path("telegram_user_id").asString()).startsWith("***");
    assertThat(json(link).path("how").asString()).isEqualTo("start_token");
    assertThat(json(get("/operations/chats")).valueStream().map(c -> c.path("chat_id").asLong()))
        .containsAll(DUO_CHATS);
  }

  @Test
  void ending_a_link_puts_the_account_out_and_a_new_start_link_can_be_made() throws Exception {
    EventExamples member = member("signaux");
    publish(member.activated(1, payment(), inDays(30)));
    sendAll();
    TELEGRAM.people().silently(CHAT, userId(member), "member");
    String customer = "/operations/customers/" + member.customerId();
    assertThat(post("/operations/chats/" + CHAT + "/check").statusCode()).isEqualTo(200);
    reconcile();

    HttpResponse<String> ended = post(customer + "/link/end");
    reconcile();

    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(post(customer + "/link/end").statusCode()).isEqualTo(404);
    assertThat(TELEGRAM.people().chat(CHAT).has(userId(member))).isFalse();
    HttpResponse<String> startLink = post(customer + "/start-links");
    assertThat(startLink.statusCode()).isEqualTo(201);
    assertThat(json(startLink).path("url").asString())
        .startsWith("https://t.me/octroi_local_bot?start=");
    JsonNode story = json(get("/operations/story?customer=" + member.customerId()));
    assertThat(story.path("steps").valueStream().map(step -> step.path("kind").asString()))
        .contains("telegram-unlinked", "telegram-removed");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  private HttpResponse<String> post(String path) throws Exception {
    return send(
        request(path)
            .header("Octroi-Reason", "asked for by the customer")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer open-sesame");
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
