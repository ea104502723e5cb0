package io.octroi.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.octroi.gateway.scheme.RejectionReason;
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
import org.junit.jupiter.params.provider.ValueSource;

class StripeSchemeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final Secret SECRET =
      new Secret("2026-09", "whsec_0123456789abcdef0123456789abcd");

  private final StripeScheme scheme = new StripeScheme(Tolerance.DEFAULT);

  @Test
  void an_event_signed_by_stripe_s_own_library_is_let_in() throws Exception {
    String body = "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\",\"note\":\"café\"}";
    String header =
        Webhook.Signature.generateSignatureHeader(body, SECRET.value(), NOW.getEpochSecond());

    Verification verdict = verify(header, body.getBytes(StandardCharsets.UTF_8));

    assertThat(verdict).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          payment_intent,  '"id":"pi_1","customer":"cus_1"',                            pi_1
          charge,          '"id":"ch_1","payment_intent":"pi_1","customer":"cus_1"',    pi_1
          refund,          '"id":"re_1","payment_intent":"pi_1","charge":"ch_1"',       pi_1
          dispute,         '"id":"du_1","payment_intent":{"id":"pi_1"}',                pi_1
          checkout.session,'"id":"cs_1","payment_intent":"pi_1","customer":"cus_1"',    pi_1
          checkout.session,'"id":"cs_1","payment_intent":null,"customer":"cus_1"',      cus_1
          invoice_payment, '"id":"ip_1","payment":{"payment_intent":"pi_1"}',           pi_1
          invoice,         '"id":"in_1","customer":"cus_1"',                            cus_1
          invoice,         '"id":"in_1","customer":{"id":"cus_1"}',                     cus_1
          subscription,    '"id":"sub_1","customer":"cus_1"',                           cus_1
          payout,          '"id":"po_1","customer":"cus_1"',                            po_1
          payout,          '"amount":1',                                                evt_1
          """)
  void events_are_ordered_by_payment_then_customer_then_object(
      String type, String members, String key) {
    Verification verdict =
        signed(
            """
            {"id":"evt_1","type":"x","created":1789999999,
             "data":{"object":{"object":"%s",%s}}}\
            """
                .formatted(type, members));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verified.class, event -> assertThat(event.orderingKey()).isEqualTo(key));
  }

  @Test
  void a_thin_event_is_ordered_by_its_related_object_and_has_its_time_in_text() {
    Verification verdict =
        signed(
            """
            {"id":"evt_1","object":"v2.core.event","type":"v2.x",
             "created":"2026-09-21T14:13:20.123Z","related_object":{"id":"mtr_1"}}\
            """);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verified.class,
            event -> {
              assertThat(event.orderingKey()).isEqualTo("mtr_1");
              assertThat(event.occurredAt()).isEqualTo("2026-09-21T14:13:20.123Z");
            });
  }

  @Test
  void an_event_without_a_time_of_its_own_happened_when_it_was_signed() {
    Verification verdict = signed("{\"id\":\"evt_1\",\"type\":\"x\",\"created\":-5}");

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verified.class, event -> assertThat(event.occurredAt()).isEqualTo(NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "\"evt_1\"",
        "{}",
        "{\"id\":\"evt_1\"}",
        "{\"type\":\"x\"}",
        "{\"id\":1,\"type\":\"x\"}",
        "{\"id\":\"\",\"type\":\"x\"}",
        "{\"id\":\"a\\nb\",\"type\":\"x\"}",
        "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"x\"}",
        "{\"id\":\"evt_1\",\"type\":\"x\"} {}",
        "{\"id\":\"evt_1\",\"type\":\"x\"",
        "not json"
      })
  void a_signed_body_without_one_readable_event_is_malformed(String body) {
    assertThat(signed(body)).isEqualTo(new Rejected(RejectionReason.MALFORMED_BODY));
  }

  @Test
  void a_signed_body_of_extreme_depth_or_length_is_malformed() {
    String deep = "{\"id\":\"evt_1\",\"type\":\"x\",\"d\":" + "[".repeat(50_000);
    String number = "{\"id\":\"evt_1\",\"type\":\"x\",\"n\":" + "9".repeat(1_000) + "}";
    String id = "{\"id\":\"" + "e".repeat(256) + "\",\"type\":\"x\"}";

    assertThat(List.of(deep, number, id))
        .allSatisfy(body ->
            assertThat(signed(body)).isEqualTo(new Rejected(RejectionReason.MALFORMED_BODY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t=+1790000000", "t=01790000000", "t=١٧٩٠٠٠٠٠٠٠", "t=1790000000 ", "t="})
  void a_time_has_ascii_digits_and_nothing_else(String time) {
    assertThat(verify(time + ",v1=00", new byte[0]))
        .isEqualTo(new Rejected(RejectionReason.MALFORMED_HEADER));
  }

  @Test
  void more_signatures_than_any_rotation_needs_are_not_even_compared() {
    String header = "t=1790000000" + ",v1=00".repeat(21);

    assertThat(verify(header, new byte[0]))
        .isEqualTo(new Rejected(RejectionReason.HEADER_TOO_LARGE));
  }

  @Test
  void a_blank_secret_lets_nobody_in() {
    WebhookRequest request = new WebhookRequest(new byte[0], new WebhookHeaders());

    assertThat(scheme.verify(request, NOW, List.of(new Secret("v1", " "))))
        .isEqualTo(new Rejected(RejectionReason.MISCONFIGURED_SECRET));
  }

  private Verification signed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return verify(Signers.stripe(SECRET.value(), NOW, bytes).getFirst().get(1), bytes);
  }

  private Verification verify(String header, byte[] body) {
    WebhookHeaders headers = new WebhookHeaders().add("Stripe-Signature", header);
    return scheme.verify(new WebhookRequest(body, headers), NOW, List.of(SECRET));
  }
}
