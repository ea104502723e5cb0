package io.octroi.notifier.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioAnswersTest {
  private static final String SID = "SM00000000000000000000000000000042";
  private static final PhoneNumber TO = new PhoneNumber("+221770000042");
  private static final Instant SINCE = Instant.parse("2026-09-21T14:00:00Z");
  private static final String LIST =
      """
      {"messages":[{"sid":"%s","to":"+221770000042","body":"Bonjour","status":"queued",
                    "date_created":"Mon, 21 Sep 2026 14:13:20 +0000"}]}
      """
          .formatted(SID);

  @Test
  void an_accepted_message_has_a_name() {
    assertThat(created(201, "{\"sid\":\"" + SID + "\",\"status\":\"queued\"}"))
        .isEqualTo(new TwilioAnswer.Accepted(SID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<html>", "[]", "{\"sid\":\"x\"}", "{\"sid\":7}"})
  void what_cannot_be_read_says_nothing_of_the_message(String body) {
    assertThat(created(200, body)).isEqualTo(new TwilioAnswer.Lost("sms_answer_unreadable"));
  }

  @Test
  void a_refusal_may_ask_for_a_wait() {
    assertThat(TwilioAnswers.created(429, "7", "{\"code\":20429}".getBytes(UTF_8)))
        .isEqualTo(new TwilioAnswer.Rejected(SmsRefusal.of(429, 20429), Duration.ofSeconds(7)));
    assertThat(TwilioAnswers.created(503, "soon", null))
        .isEqualTo(new TwilioAnswer.Rejected(SmsRefusal.of(503, 0), Duration.ZERO));
  }

  @Test
  void the_message_of_an_earlier_attempt_is_found_by_number_text_and_time() {
    assertThat(found(LIST)).isEqualTo(new TwilioAnswer.Accepted(SID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+221770000042 | +221770000043",
        "Bonjour | Bonsoir",
        "queued | undelivered",
        "queued | failed",
        "14:13:20 | 13:54:59",
        "Mon, 21 Sep 2026 | some time in"
      })
  void another_message_is_not(String word, String other) {
    assertThat(found(LIST.replace(word, other))).isEqualTo(new TwilioAnswer.Unknown());
  }

  @Test
  void a_list_that_cannot_be_read_is_no_proof_that_nothing_was_sent() {
    assertThat(found("<html>")).isEqualTo(new TwilioAnswer.Lost("sms_answer_unreadable"));
  }

  private static TwilioAnswer created(int status, String body) {
    return TwilioAnswers.created(status, "", body.getBytes(UTF_8));
  }

  private static TwilioAnswer found(String body) {
    return TwilioAnswers.found(200, "", body.getBytes(UTF_8), TO, "Bonjour", SINCE);
  }
}
