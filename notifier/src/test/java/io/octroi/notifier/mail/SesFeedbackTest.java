package io.octroi.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SesFeedbackTest {
  private static final String RECIPIENTS =
      "[{\"emailAddress\":\"Member@Example.com\"},{\"emailAddress\":\"M. E. <other@example.com>\"}]";

  @Test
  void a_permanent_bounce_names_addresses_that_take_no_mail() {
    assertThat(
            addresses(
                "{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\","
                    + "\"bouncedRecipients\":"
                    + RECIPIENTS
                    + "}}"))
        .containsExactly("Member@Example.com ses_bounce", "other@example.com ses_bounce");
  }

  @Test
  void a_complaint_names_addresses_whose_owners_want_no_mail() {
    assertThat(
            addresses(
                "{\"eventType\":\"Complaint\",\"complaint\":{\"complainedRecipients\":"
                    + RECIPIENTS
                    + "}}"))
        .containsExactly("Member@Example.com ses_complaint", "other@example.com ses_complaint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Transient\","
            + "\"bouncedRecipients\":[{\"emailAddress\":\"a@example.com\"}]}}",
        "{\"notificationType\":\"Delivery\"}",
        "{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\","
            + "\"bouncedRecipients\":[{\"emailAddress\":\"no address\"},7,{}]}}",
        "[]",
        "null",
        "not json"
      })
  void anything_else_suppresses_nobody(String message) {
    assertThat(addresses(message)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "{\"Type\":\"Notification\"}", "nonsense"})
  void what_is_no_message_of_sns_suppresses_nobody(String body) {
    assertThat(SesFeedback.read(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static List<String> addresses(String message) {
    byte[] body =
        JsonMapper.shared().writeValueAsBytes(Map.of("Type", "Notification", "Message", message));
    return SesFeedback.read(body).stream().map(u -> u.address().asText() + " " + u.code()).toList();
  }
}
