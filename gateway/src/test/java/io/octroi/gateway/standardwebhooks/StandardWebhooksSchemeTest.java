package io.octroi.gateway.standardwebhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.scheme.Hmac;
import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Rejected;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksSchemeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Secret SECRET =
      new Secret("v1", "whsec_" + Base64.getEncoder().encodeToString(KEY));

  private final StandardWebhooksScheme scheme = new StandardWebhooksScheme(Tolerance.DEFAULT);

  @Test
  void the_border_between_id_and_time_cannot_be_moved() {
    // Signed as id "msg" at 1790000000 with the body "5.{}": the same text, cut elsewhere.
    byte[] signed = "msg.1790000000.5.{}".getBytes(StandardCharsets.US_ASCII);
    String signature = Base64.getEncoder().encodeToString(Hmac.sha256(KEY, signed));

    Verification verdict = verify("msg.1790000000", "5", "v1," + signature, "{}");

    assertThat(verdict).isEqualTo(new Rejected(RejectionReason.MALFORMED_HEADER));
  }

  @Test
  void a_body_that_cannot_be_read_is_still_an_event_of_its_signed_id() {
    String body = "not json";
    byte[] signed = ("msg_1.1790000000." + body).getBytes(StandardCharsets.US_ASCII);
    String signature = Base64.getEncoder().encodeToString(Hmac.sha256(KEY, signed));

    Verified event = (Verified) verify("msg_1", "1790000000", "v1," + signature, body);

    assertThat(event.eventId()).isEqualTo("msg_1");
    assertThat(event.eventType()).isEqualTo("unknown");
    assertThat(event.orderingKey()).isEqualTo("msg_1");
    assertThat(event.occurredAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_AAAA", "whsec_%%%", "whpk_AAAA", "whpk_%", "%"})
  void what_is_no_key_cannot_be_used(String secret) {
    assertThat(scheme.canUse(new Secret("v1", secret))).isFalse();
  }

  @Test
  void a_key_that_is_no_key_does_not_keep_the_other_one_out() {
    byte[] signed = "msg_1.1790000000.{}".getBytes(StandardCharsets.US_ASCII);
    String signature = Base64.getEncoder().encodeToString(Hmac.sha256(KEY, signed));
    WebhookHeaders headers =
        new WebhookHeaders()
            .add("webhook-id", "msg_1")
            .add("webhook-timestamp", "1790000000")
            .add("webhook-signature", "v1," + signature);
    byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);

    Verification verdict =
        scheme.verify(
            new WebhookRequest(body, headers), NOW, List.of(new Secret("v2", "whsec_%"), SECRET));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verified.class, event -> assertThat(event.secretVersion()).isEqualTo("v1"));
  }

  private Verification verify(String id, String timestamp, String signature, String body) {
    WebhookHeaders headers =
        new WebhookHeaders()
            .add("webhook-id", id)
            .add("webhook-timestamp", timestamp)
            .add("webhook-signature", signature);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return scheme.verify(new WebhookRequest(bytes, headers), NOW, List.of(SECRET));
  }
}
