package io.octroi.notifier.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.notifier.telegram.TelegramRefusal.Meaning;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramAnswersTest {
  @Test
  void a_result_is_handed_on() {
    TelegramAnswer answer =
        read(200, null, "{\"ok\":true,\"result\":{\"invite_link\":\"https://t.me/+A\"}}");

    assertThat(answer)
        .isInstanceOfSatisfying(
            TelegramAnswer.Accepted.class,
            accepted ->
                assertThat(accepted.result().path("invite_link").asString())
                    .isEqualTo("https://t.me/+A"));
  }

  @Test
  void the_wait_is_read_from_the_parameters_and_else_from_the_header() {
    String with =
        """
        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 14",
         "parameters":{"retry_after":14}}\
        """;
    String without = "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\"}";

    assertThat(rejected(429, "99", with).retryAfter()).isEqualTo(Duration.ofSeconds(14));
    assertThat(rejected(429, "7", without).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(rejected(429, "Wed, 21 Oct 2026 07:28:00 GMT", without).retryAfter()).isZero();
    assertThat(rejected(429, null, without).retryAfter()).isZero();
  }

  @Test
  void an_absurd_wait_is_bounded() {
    String absurd =
        "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":9000000000000000000}}";

    assertThat(rejected(429, null, absurd).retryAfter()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void the_new_id_of_a_chat_that_moved_is_read() {
    String moved =
        """
        {"ok":false,"error_code":400,
         "description":"Bad Request: group chat was upgraded to a supergroup chat",
         "parameters":{"migrate_to_chat_id":-1001234567891}}\
        """;

    assertThat(rejected(400, null, moved).migratedTo()).hasValue(-1001234567891L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>502 Bad Gateway</html>", "[]", "null", "{\"ok\":tr", "7"})
  void what_is_no_answer_of_telegram_counts_by_its_status(String body) {
    assertThat(rejected(502, null, body).refusal().meaning()).isEqualTo(Meaning.OUT_OF_ORDER);
    assertThat(rejected(200, null, body).refusal().meaning()).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void an_answer_without_a_body_counts_by_its_status() {
    assertThat(TelegramAnswers.read(500, null, null)).isInstanceOf(TelegramAnswer.Rejected.class);
  }

  private static TelegramAnswer.Rejected rejected(
      int status, @Nullable String retryAfter, String body) {
    return (TelegramAnswer.Rejected) read(status, retryAfter, body);
  }

  private static TelegramAnswer read(int status, @Nullable String retryAfter, String body) {
    return TelegramAnswers.read(status, retryAfter, body.getBytes(StandardCharsets.UTF_8));
  }
}
