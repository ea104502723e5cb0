package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.Signers;
import io.octroi.gateway.testing.StripeEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is not let in, and what is told about it. */
@ExtendWith(OutputCaptureExtension.class)
class RejectionIT {
  private final RunningGateway gateway = SharedGateway.get();

  @Test
  void a_bad_signature_is_told_as_a_problem_without_particulars() {
    byte[] body = Signers.stripeBody("evt_forged");
    List<List<String>> headers =
        new ArrayList<>(Signers.stripe("whsec_another", StripeEndpoint.NOW, body));
    headers.add(List.of("X-Forwarded-For", "198.51.100.1"));

    RawHttp.Response answer = gateway.http().post(StripeEndpoint.PATH, headers, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"urn:octroi:problem:bad-signature\","
                + "\"title\":\"Nothing proves that the provider sent this\",\"status\":400}");
    assertThat(SharedGateway.published("evt_forged")).isEmpty();
    assertThat(gateway.metric("octroi.gateway.rejected", "reason", "signature-mismatch"))
        .isPositive();
  }

  @Test
  void a_missing_header_is_told_by_its_reason() {
    RawHttp.Response answer =
        gateway
            .http()
            .post(
                StripeEndpoint.PATH,
                List.of(List.of("X-Forwarded-For", "198.51.100.2")),
                new byte[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"reason\":\"missing-header\"");
  }

  @Test
  void a_source_of_bad_signatures_is_told_to_wait_but_a_good_one_never_is() {
    byte[] body = Signers.stripeBody("evt_limited");
    List<List<String>> forged =
        List.of(
            List.of("X-Forwarded-For", "203.0.113.1, 198.51.100.3"),
            List.of("Stripe-Signature", "t=1790000000,v1=00"));
    for (int i = 0; i < 5; i++) {
      assertThat(gateway.http().post(StripeEndpoint.PATH, forged, body).status()).isEqualTo(400);
    }

    RawHttp.Response limited = gateway.http().post(StripeEndpoint.PATH, forged, body);
    List<List<String>> genuine = new ArrayList<>(StripeEndpoint.signed(body));
    genuine.add(List.of("X-Forwarded-For", "198.51.100.3"));

    assertThat(limited.status()).isEqualTo(429);
    assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
    assertThat(gateway.http().post(StripeEndpoint.PATH, genuine, body).status()).isEqualTo(202);
  }

  @Test
  void a_signed_but_useless_event_is_never_told_to_wait() {
    byte[] body = "[]".getBytes(StandardCharsets.US_ASCII);
    List<List<String>> headers = new ArrayList<>(StripeEndpoint.signed(body));
    headers.add(List.of("X-Forwarded-For", "198.51.100.4"));

    for (int i = 0; i < 10; i++) {
      RawHttp.Response answer = gateway.http().post(StripeEndpoint.PATH, headers, body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("\"reason\":\"malformed-body\"");
    }
  }

  @Test
  void a_scheme_may_demand_a_media_type() {
    List<List<String>> right =
        List.of(
            List.of("Content-Type", "text/plain;charset=utf-8"),
            List.of("X-Forwarded-For", "198.51.100.5"));
    List<List<String>> wrong = List.of(List.of("Content-Type", "application/json"));

    assertThat(gateway.http().post("/webhooks/demanding", wrong, new byte[0]).status())
        .isEqualTo(415);
    assertThat(gateway.http().post("/webhooks/demanding", List.of(), new byte[0]).status())
        .isEqualTo(415);
    assertThat(gateway.http().post("/webhooks/demanding", right, new byte[0]).status())
        .isEqualTo(400);
  }

  @Test
  void the_log_says_why_but_quotes_nothing(CapturedOutput log) {
    byte[] body =
        "{\"id\":\"evt_log\",\"type\":\"x\",\"email\":\"payer@example.org\"}"
            .getBytes(StandardCharsets.US_ASCII);
    List<List<String>> forged =
        List.of(
            List.of("Stripe-Signature", "t=1790000000,v1=c0ffee"),
            List.of("X-Forwarded-For", "198.51.100.6"));

    gateway.http().post(StripeEndpoint.PATH, forged, body);
    gateway.http().post(StripeEndpoint.PATH, StripeEndpoint.signed(body), body);
    gateway.http().post("/payer@example.org", List.of(), body);
    gateway.http().exchange("POST /payer@example.org<> HTTP/1.1\r\nHost: x\r\n\r\n", body);

    assertThat(log.getAll()).contains("signature-mismatch");
    assertThat(log.getAll())
        .doesNotContain("payer", "c0ffee", StripeEndpoint.SECRET, "198.51.100.6");
  }
}
