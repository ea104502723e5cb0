package io.octroi.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.notifier.intake.EventExamples;
import io.octroi.runtime.secret.SecretSettings;
import io.octroi.runtime.secret.Sensitive;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What opens the world outside changes there and in Secrets Manager, and nobody restarts. */
class RotationIT extends SmsContext {
  @Autowired private SecretSettings secrets;
  @LocalServerPort private int port;

  @Test
  void a_bot_s_new_token_is_used_after_the_old_one_was_refused() throws Exception {
    // Given
    EventExamples member = member("signaux");
    publish(member.reminder(1, inDays(2)));
    String fresh = "900000001:another";
    NotifierSecrets.put(NotifierSecrets.TELEGRAM, Map.of("token", fresh));
    TELEGRAM.token(fresh);

    // When
    sendAll();

    // Then
    assertThat(deliveries(member))
        .containsExactly("email:sent:", "telegram.message:due:unauthorized");

    // When
    comesToBe(Sensitive.TELEGRAM_TOKEN, fresh);
    advance(Duration.ofSeconds(5));
    sendAll();

    // Then
    assertThat(deliveries(member)).containsExactly("email:sent:", "telegram.message:sent:");
  }

  @Test
  void a_mail_server_s_new_login_is_used_after_the_old_one_was_refused() throws Exception {
    // Given
    EventExamples member = newcomer("signaux");
    publish(member.reminder(1, inDays(2)));
    NotifierSecrets.put(
        NotifierSecrets.MAIL, Map.of("username", "notifier-2", "password", "another"));
    MAIL.login("notifier-2", "another");

    // When
    sendAll();

    // Then
    assertThat(mailsTo(member)).isEmpty();
    assertThat(deliveries(member)).contains("email:due:smtp_authentication_failed");

    // When
    comesToBe(Sensitive.MAIL_PASSWORD, "another");
    advance(Duration.ofSeconds(5));
    sendAll();

    // Then
    assertThat(mailsTo(member)).hasSize(1);
    assertThat(deliveries(member)).contains("email:sent:");
  }

  @Test
  void twilio_s_new_auth_token_is_used_after_the_old_one_was_refused() throws Exception {
    // Given
    EventExamples member = texted();
    publish(member.reminder(1, inDays(2)));
    NotifierSecrets.put(NotifierSecrets.SMS, Map.of("auth_token", "another"));
    TWILIO.authToken("another");

    // When
    sendAll();

    // Then
    assertThat(deliveries(member)).contains("sms:due:sms_20003");

    // When
    comesToBe(Sensitive.SMS_AUTH_TOKEN, "another");
    advance(Duration.ofSeconds(5));
    sendAll();

    // Then
    assertThat(textsTo(member)).hasSize(1);
  }

  @Test
  void an_operator_s_new_token_lets_in_at_once_and_the_old_one_no_more() throws Exception {
    assertThat(operationsWith("open-sesame")).isEqualTo(200);

    NotifierSecrets.put(NotifierSecrets.OPERATIONS, Map.of("token", "open-barley"));
    assertThat(operationsWith("open-barley")).isEqualTo(200);
    assertThat(operationsWith("open-sesame")).isEqualTo(401);

    NotifierSecrets.put(NotifierSecrets.OPERATIONS, Map.of("token", "open-sesame"));
    await().untilAsserted(() -> assertThat(operationsWith("open-sesame")).isEqualTo(200));
  }

  private void comesToBe(Sensitive setting, String value) {
    await().until(() -> secrets.setting(setting, "").value().equals(value));
  }

  private int operationsWith(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/operations/findings"))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
