package io.octroi.gateway.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.gateway.scheme.RejectionReason;
import io.octroi.gateway.scheme.SchemeSettings;
import io.octroi.gateway.scheme.Secret;
import io.octroi.gateway.scheme.Tolerance;
import io.octroi.gateway.scheme.Verification;
import io.octroi.gateway.scheme.Verification.Rejected;
import io.octroi.gateway.scheme.Verification.Verified;
import io.octroi.gateway.scheme.WebhookHeaders;
import io.octroi.gateway.scheme.WebhookRequest;
import io.octroi.gateway.testing.Signers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericSchemeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final Secret SECRET = new Secret("v1", "a-partner-s-secret");

  private final GenericScheme scheme =
      new GenericScheme(Tolerance.DEFAULT, GenericProfile.TIMESTAMPED);

  @Test
  void an_event_id_in_an_unsigned_header_is_not_believed() {
    byte[] body = "{\"type\":\"payment.succeeded\"}".getBytes(StandardCharsets.UTF_8);

    Verified first = (Verified) verify(body, NOW, "evt_a");
    Verified replayed = (Verified) verify(body, NOW, "evt_b");

    assertThat(replayed.eventId()).isEqualTo(first.eventId()).startsWith("sha256-");
  }

  @Test
  void a_retry_with_a_new_time_is_the_same_event() {
    byte[] body = "{\"type\":\"payment.succeeded\"}".getBytes(StandardCharsets.UTF_8);

    Verified first = (Verified) verify(body, NOW, "");
    Verified retried = (Verified) verify(body, NOW.minusSeconds(30), "");

    assertThat(retried.eventId()).isEqualTo(first.eventId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"event_id":"e1","id":"e2","type":"t","data":{"payment_id":"p1","id":"d1"}} | e1 | t | p1
          {"id":"e2","event_type":"t","data":{"id":"d1"}}                             | e2 | t | d1
          {"id":"e2","payment_id":"p2"}                                               | e2 | unknown | p2
          {"id":"e2","customer_id":"c1"}                                              | e2 | unknown | c1
          {"id":"e2","data":{"customer_id":"c2"}}                                     | e2 | unknown | c2
          {"id":"e2"}                                                                 | e2 | unknown | e2
          """)
  void the_body_says_what_happened_to_what(String body, String id, String type, String key) {
    Verified event = (Verified) verify(body.getBytes(StandardCharsets.UTF_8), NOW, "");

    assertThat(List.of(event.eventId(), event.eventType(), event.orderingKey()))
        .containsExactly(id, type, key);
  }

  @Test
  void only_unknown_algorithms_are_no_signature() {
    WebhookHeaders headers =
        new WebhookHeaders().add("X-Signature", "sha1=00,md5=00").add("X-Timestamp", "1790000000");

    assertThat(scheme.verify(new WebhookRequest(new byte[0], headers), NOW, List.of(SECRET)))
        .isEqualTo(new Rejected(RejectionReason.UNSUPPORTED_ALGORITHM));
  }

  @Test
  void a_profile_must_be_known() {
    assertThatThrownBy(() ->
            GenericScheme.definition()
                .create()
                .apply(new SchemeSettings(Tolerance.DEFAULT, "unsigned")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unsigned");
  }

  private Verification verify(byte[] body, Instant at, String eventIdHeader) {
    WebhookHeaders headers = new WebhookHeaders().add("X-Event-Id", eventIdHeader);
    Signers.generic(SECRET.value(), at, body)
        .forEach(line -> headers.add(line.get(0), line.get(1)));
    return scheme.verify(new WebhookRequest(body, headers), NOW, List.of(SECRET));
  }
}
