package io.octroi.notifier.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.callback.TelegramUpdate.BotChanged;
import io.octroi.notifier.callback.TelegramUpdate.JoinRequested;
import io.octroi.notifier.callback.TelegramUpdate.MemberChanged;
import io.octroi.notifier.callback.TelegramUpdate.Migrated;
import io.octroi.notifier.callback.TelegramUpdate.Other;
import io.octroi.notifier.callback.TelegramUpdate.ReachChanged;
import io.octroi.notifier.callback.TelegramUpdate.Started;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramUpdatesTest {
  private static final Instant AT = Instant.ofEpochSecond(1_790_000_000L);
  private static final String JOIN_REQUEST =
      """
      {"update_id":815000001,"chat_join_request":{
        "chat":{"id":-1001234567890,"title":"Signaux","type":"channel"},
        "from":{"id":700000042,"is_bot":false,"first_name":"M","language_code":"fr"},
        "user_chat_id":700000042,"date":1790000000,
        "invite_link":{"invite_link":"https://t.me/+AbC","creates_join_request":true}}}
      """;

  @Test
  void a_join_request_is_read() {
    assertThat(read(JOIN_REQUEST)).isEqualTo(new JoinRequested(-1001234567890L, 700000042L, AT));
  }

  @Test
  void a_start_is_read_with_its_payload_in_private_chats_only() {
    assertThat(read(message("private", "/start abc_-9")))
        .isEqualTo(new Started(42, "abc_-9", "fr"));
    assertThat(read(message("private", "/start@octroi_bot abc")))
        .isEqualTo(new Started(42, "abc", "fr"));
    assertThat(read(message("private", "/start"))).isEqualTo(new Started(42, "", "fr"));
    assertThat(read(message("supergroup", "/start abc"))).isEqualTo(new Other());
    assertThat(read(message("private", "/started abc"))).isEqualTo(new Other());
    assertThat(read(message("private", "hello /start abc"))).isEqualTo(new Other());
  }

  @Test
  void what_a_member_has_become_is_read() {
    assertThat(
            read(
                """
                {"update_id":2,"chat_member":{"chat":{"id":-100,"type":"channel"},
                 "from":{"id":1,"is_bot":true},"date":1790000000,
                 "old_chat_member":{"user":{"id":42,"is_bot":false},"status":"left"},
                 "new_chat_member":{"user":{"id":42,"is_bot":false},"status":"restricted",
                   "is_member":true}}}
                """))
        .isEqualTo(new MemberChanged(-100, 42, "restricted", true, AT));
  }

  @Test
  void what_the_bot_has_become_is_told_apart_from_who_blocked_it() {
    assertThat(
            read(
                """
                {"update_id":3,"my_chat_member":{"chat":{"id":-100,"type":"channel"},
                 "from":{"id":1},"date":1790000000,"new_chat_member":{"user":{"id":9,"is_bot":true},
                 "status":"administrator","can_invite_users":true,"can_restrict_members":false}}}
                """))
        .isEqualTo(new BotChanged(-100, "administrator", true, false, AT));
    assertThat(
            read(
                """
                {"update_id":4,"my_chat_member":{"chat":{"id":42,"type":"private"},
                 "from":{"id":42},"date":1790000000,
                 "new_chat_member":{"user":{"id":9,"is_bot":true},"status":"kicked"}}}
                """))
        .isEqualTo(new ReachChanged(42, false));
  }

  @Test
  void a_group_that_moved_is_read() {
    assertThat(
            read(
                """
                {"update_id":5,"message":{"chat":{"id":-200,"type":"group"},"date":1,
                 "migrate_to_chat_id":-1003000000001}}
                """))
        .isEqualTo(new Migrated(-200, -1003000000001L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "null",
        "{\"update_id\":1}",
        "{\"update_id\":1,\"poll\":{}}",
        "{\"message\":7}",
        "{\"message\":{\"chat\":{\"id\":\"x\"},\"from\":{\"id\":1.5},\"text\":\"/start a\"}}",
        "{\"chat_join_request\":{\"chat\":{\"id\":-100},\"from\":{\"id\":1,\"is_bot\":true}}}",
        "{\"chat_member\":{\"chat\":{\"id\":0}}}",
        "{\"my_chat_member\":{\"chat\":{\"id\":99999999999999999999}}}"
      })
  void anything_else_is_passed_over(String body) {
    assertThat(read(body)).isEqualTo(new Other());
  }

  @Test
  void no_broken_body_throws() {
    long seed = 20261121L;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    byte[] whole = JOIN_REQUEST.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      byte[] broken = whole.clone();
      for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertThat(TelegramUpdates.read(broken)).as("seed %d, round %d", seed, i).isNotNull();
    }
  }

  private static String message(String chatType, String text) {
    return "{\"update_id\":1,\"message\":{\"chat\":{\"id\":42,\"type\":\""
        + chatType
        + "\"},\"from\":{\"id\":42,\"is_bot\":false,\"language_code\":\"fr\"},\"date\":1,\"text\":\""
        + text
        + "\"}}";
  }

  private static TelegramUpdate read(String body) {
    return TelegramUpdates.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
