package io.octroi.platform.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.http.Answer;
import io.octroi.platform.http.LoopbackServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TelegramStandInTest {
  private static final String TOKEN = "123456:local";
  private static final long CHANNEL = -1001000000001L;
  private static final long MEMBER = 700000001L;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);

  private final HttpClient http = HttpClient.newHttpClient();
  private TelegramStandIn telegram = started(Optional.empty());

  @AfterEach
  void stop() {
    telegram.close();
    http.close();
  }

  @Test
  void a_single_use_link_lets_one_person_in() throws Exception {
    // Given
    String link = createLink(Map.of("chat_id", CHANNEL, "member_limit", 1, "name", "order-1"));

    // When, Then
    assertThat(telegram.people().join(link, MEMBER)).isEqualTo(JoinOutcome.JOINED);
    assertThat(telegram.people().join(link, MEMBER + 1)).isEqualTo(JoinOutcome.INVALID_LINK);
    assertThat(status(MEMBER)).isEqualTo("member");
    assertThat(status(MEMBER + 1)).isEqualTo("left");
  }

  @Test
  void links_that_are_revoked_or_ask_too_much_are_of_no_use() throws Exception {
    // Given
    String link = createLink(Map.of("chat_id", CHANNEL));
    call("revokeChatInviteLink", Map.of("chat_id", CHANNEL, "invite_link", link));

    // When, Then
    assertThat(telegram.people().join(link, MEMBER)).isEqualTo(JoinOutcome.INVALID_LINK);
    assertRefused(
        "createChatInviteLink",
        Map.of("chat_id", CHANNEL, "member_limit", 1, "creates_join_request", true),
        400,
        "approval");
    assertRefused(
        "createChatInviteLink",
        Map.of("chat_id", CHANNEL, "name", "n".repeat(33)),
        400,
        "name is too long");
    assertRefused(
        "createChatInviteLink",
        Map.of("chat_id", CHANNEL, "expire_date", CLOCK.instant().getEpochSecond()),
        400,
        "EXPIRE_DATE_INVALID");
  }

  @Test
  void a_join_request_waits_until_it_is_approved() throws Exception {
    // Given
    String link = createLink(Map.of("chat_id", CHANNEL, "creates_join_request", true));
    Map<String, Object> who = Map.of("chat_id", CHANNEL, "user_id", MEMBER);
    assertRefused("approveChatJoinRequest", who, 400, "HIDE_REQUESTER_MISSING");
    assertThat(telegram.people().join(link, MEMBER)).isEqualTo(JoinOutcome.REQUESTED);
    assertThat(status(MEMBER)).isEqualTo("left");

    // When
    call("approveChatJoinRequest", who);

    // Then
    assertThat(status(MEMBER)).isEqualTo("member");
    assertRefused("approveChatJoinRequest", who, 400, "USER_ALREADY_PARTICIPANT");
    JsonNode updates = call("getUpdates", Map.of()).path("result");
    assertThat(updates.path(0).path("chat_join_request").path("from").path("id").asLong())
        .isEqualTo(MEMBER);
  }

  @Test
  void a_ban_keeps_out_until_it_is_lifted_and_a_plain_unban_puts_a_member_out() throws Exception {
    // Given
    String link = createLink(Map.of("chat_id", CHANNEL));
    telegram.people().join(link, MEMBER);
    Map<String, Object> who = Map.of("chat_id", CHANNEL, "user_id", MEMBER);
    Map<String, Object> onlyIfBanned =
        Map.of("chat_id", CHANNEL, "user_id", MEMBER, "only_if_banned", true);

    // When, Then
    call("unbanChatMember", onlyIfBanned);
    assertThat(status(MEMBER)).isEqualTo("member");
    call("banChatMember", who);
    assertThat(status(MEMBER)).isEqualTo("kicked");
    assertThat(telegram.people().join(link, MEMBER)).isEqualTo(JoinOutcome.BANNED);
    call("unbanChatMember", onlyIfBanned);
    assertThat(telegram.people().join(link, MEMBER)).isEqualTo(JoinOutcome.JOINED);
    call("unbanChatMember", who);
    assertThat(status(MEMBER)).isEqualTo("left");
  }

  @Test
  void messages_reach_who_may_be_written_to_also_from_a_form() throws Exception {
    // Given
    telegram.people().put(new TelegramUser(MEMBER + 1, "B", TelegramUser.Reach.BLOCKED));
    telegram.people().put(new TelegramUser(MEMBER + 2, "C", TelegramUser.Reach.NEVER_STARTED));

    // When
    HttpRequest form =
        HttpRequest.newBuilder(telegram.uri().resolve("/bot" + TOKEN + "/sendMessage"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "chat_id=" + MEMBER + "&text=Bon+%C3%A9t%C3%A9"))
            .build();
    http.send(form, HttpResponse.BodyHandlers.ofString());

    // Then
    assertThat(telegram.people().messages(MEMBER))
        .extracting(SentMessage::text)
        .containsExactly("Bon été");
    assertRefused("sendMessage", message(MEMBER + 1), 403, "bot was blocked by the user");
    assertRefused("sendMessage", message(MEMBER + 2), 403, "can't initiate conversation");
    assertRefused("sendMessage", message(1), 400, "chat not found");
    telegram.people().bot(CHANNEL, "kicked");
    assertRefused("sendMessage", message(CHANNEL), 403, "bot was kicked from the channel chat");
  }

  @Test
  void faults_go_before_the_truth_and_every_call_is_kept() throws Exception {
    // Given
    telegram.fail("sendMessage", 1, new TelegramFault.TooManyRequests(Duration.ofSeconds(14)));
    telegram.fail("sendMessage", 1, new TelegramFault.HangUpAfter());

    // When
    JsonNode refused = call("sendMessage", message(MEMBER));

    // Then
    assertThat(refused.path("error_code").asInt()).isEqualTo(429);
    assertThat(refused.path("parameters").path("retry_after").asInt()).isEqualTo(14);
    assertThat(telegram.people().messages(MEMBER)).isEmpty();
    assertThatThrownBy(() -> call("sendMessage", message(MEMBER))).isInstanceOf(IOException.class);
    assertThat(telegram.people().messages(MEMBER)).isNotEmpty();
    assertThat(telegram.calls("sendMessage").getFirst().status()).isEqualTo(429);
    assertRefused("noSuchMethod", Map.of(), 404, "method not found");
  }

  @Test
  void a_wrong_token_is_unauthorized() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(telegram.uri().resolve("/bot1:wrong/getMe")).build();

    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
  }

  @Test
  void what_people_do_is_posted_to_the_webhook() throws Exception {
    // Given
    try (LoopbackServer bot = LoopbackServer.start("bot", 0, CLOCK, _ -> Answer.json(200, "{}"))) {
      call("setWebhook", Map.of("url", bot.uri().toString(), "secret_token", "s3cret"));

      // When
      bot.script(Answer.json(503, "{}"));
      telegram.people().start(MEMBER, "link-42");
      assertThat(telegram.people().waitingUpdates()).hasSize(1);
      telegram.people().deliverWaitingUpdates();

      // Then
      assertThat(telegram.people().waitingUpdates()).isEmpty();
      assertThat(bot.requests()).hasSize(2);
      assertThat(bot.requests().getLast().bodyText()).contains("\"text\":\"/start link-42\"");
      assertThat(bot.requests().getLast().header("x-telegram-bot-api-secret-token"))
          .contains("s3cret");
    }
  }

  @Test
  void a_bot_may_call_back_while_it_handles_an_update() throws Exception {
    // Given
    Map<String, Object> who = Map.of("chat_id", CHANNEL, "user_id", MEMBER);
    try (LoopbackServer bot =
        LoopbackServer.start(
            "bot",
            0,
            CLOCK,
            request ->
                Answer.json(
                    request.bodyText().contains("chat_member") || approved(who) ? 200 : 500,
                    "{}"))) {
      String link = createLink(Map.of("chat_id", CHANNEL, "creates_join_request", true));
      call("setWebhook", Map.of("url", bot.uri().toString()));

      // When
      telegram.people().join(link, MEMBER);
      telegram.people().deliverWaitingUpdates();

      // Then
      assertThat(status(MEMBER)).isEqualTo("member");
      assertThat(telegram.people().waitingUpdates()).isEmpty();
      assertThat(bot.requests().getLast().bodyText())
          .contains("\"new_chat_member\"")
          .contains("\"status\":\"member\"");
    }
  }

  private boolean approved(Map<String, Object> who) {
    try {
      return call("approveChatJoinRequest", who).path("ok").asBoolean();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void members_and_links_survive_a_restart(@TempDir Path directory) throws Exception {
    // Given
    telegram.close();
    telegram = started(Optional.of(directory));
    String link = createLink(Map.of("chat_id", CHANNEL, "member_limit", 1));
    telegram.people().join(link, MEMBER);

    // When
    telegram.close();
    telegram = started(Optional.of(directory));

    // Then
    assertThat(status(MEMBER)).isEqualTo("member");
    assertThat(telegram.people().join(link, MEMBER + 1)).isEqualTo(JoinOutcome.INVALID_LINK);
  }

  private static TelegramStandIn started(Optional<Path> directory) {
    TelegramStandIn started =
        TelegramStandIn.start(new TelegramStandIn.Settings(0, TOKEN, CLOCK, directory));
    started.people().channel(CHANNEL, "Signals");
    started.people().person(MEMBER, "Member");
    return started;
  }

  private String createLink(Map<String, Object> parameters) throws Exception {
    return call("createChatInviteLink", parameters).path("result").path("invite_link").asString();
  }

  private String status(long user) throws Exception {
    return call("getChatMember", Map.of("chat_id", CHANNEL, "user_id", user))
        .path("result")
        .path("status")
        .asString();
  }

  private static Map<String, Object> message(long chat) {
    return Map.of("chat_id", chat, "text", "hello");
  }

  private void assertRefused(String method, Map<String, Object> parameters, int code, String text)
      throws Exception {
    JsonNode answer = call(method, parameters);
    assertThat(answer.path("ok").asBoolean()).isFalse();
    assertThat(answer.path("error_code").asInt()).isEqualTo(code);
    assertThat(answer.path("description").asString()).contains(text);
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws Exception {
    JsonMapper json = JsonMapper.shared();
    HttpRequest request =
        HttpRequest.newBuilder(telegram.uri().resolve("/bot" + TOKEN + "/" + method))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(parameters)))
            .build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
