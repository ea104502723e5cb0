package io.octroi.platform.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.provider.Json;
import io.octroi.platform.provider.SignedWebhook;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SnsMessagesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final SnsMessages sns =
      SnsMessages.create("arn:aws:sns:eu-west-1:1:ses", "https://sns.example/cert.pem", NOW);

  @Test
  void a_notification_is_signed_over_its_fields_line_by_line() throws Exception {
    // When
    SignedWebhook sent = sns.notification("{\"bounce\":{}}", NOW);

    // Then
    JsonNode body = Json.read(new String(sent.body(), StandardCharsets.UTF_8));
    String text = "";
    for (String name : new String[] {"Message", "MessageId", "Timestamp", "TopicArn", "Type"}) {
      text += name + "\n" + body.path(name).asString() + "\n";
    }
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(sns.certificatePem().getBytes(StandardCharsets.US_ASCII)));
    certificate.verify(sns.root().getPublicKey());
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(certificate);
    check.update(text.getBytes(StandardCharsets.UTF_8));
    assertThat(check.verify(Base64.getDecoder().decode(body.path("Signature").asString())))
        .isTrue();
    assertThat(sent.headers()).containsEntry("x-amz-sns-message-type", "Notification");
  }

  @Test
  void a_subscription_is_confirmed_at_an_address_that_is_signed_too() {
    // When
    SignedWebhook sent = sns.subscriptionConfirmation("https://sns.example/confirm", NOW);

    // Then
    JsonNode body = Json.read(new String(sent.body(), StandardCharsets.UTF_8));
    assertThat(body.path("SubscribeURL").asString()).isEqualTo("https://sns.example/confirm");
    assertThat(body.path("Token").asString()).isNotEmpty();
  }
}
