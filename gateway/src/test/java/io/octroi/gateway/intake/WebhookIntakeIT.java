package io.octroi.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.contracts.Trust;
import io.octroi.contracts.VerifiedWebhook;
import io.octroi.contracts.WebhookCodec;
import io.octroi.gateway.testing.PublishedWebhooks;
import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.Signers;
import io.octroi.gateway.testing.StripeEndpoint;
import io.octroi.testing.TestInfrastructure;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One request at a time, through a socket and to the broker. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookIntakeIT {
  private static final int MAX_BODY = 64 * 1_024;
  private static RunningGateway gateway;
  private static PublishedWebhooks published;

  @BeforeAll
  static void start() {
    gateway =
        RunningGateway.start(
            StripeEndpoint.with(
                "octroi.gateway.endpoints[1].name", "demanding",
                "octroi.gateway.endpoints[1].scheme", "demanding",
                "octroi.gateway.endpoints[1].secrets[0].version", "v1",
                "octroi.gateway.endpoints[1].secrets[0].value", "whatever",
                "octroi.gateway.intake.max-body", "64KB",
                "octroi.gateway.intake.body-timeout", "1s",
                "server.tomcat.connection-timeout", "1s",
                "octroi.gateway.trusted-proxy-hops", "1",
                "octroi.gateway.rejections.per-minute", "5",
                "octroi.gateway.headers.hsts-max-age", "1d"),
            DemandingScheme.class);
    published = new PublishedWebhooks(TestInfrastructure.kafkaBootstrapServers());
  }

  @AfterAll
  static void stop() {
    published.close();
    gateway.close();
  }

  @Test
  void an_accepted_webhook_is_on_the_broker_byte_for_byte() {
    byte[] body = Signers.stripeBody("evt_bytes");
    double before = gateway.metric("octroi.gateway.accepted", "secret_version", "2026-09");

    RawHttp.Response answer =
        gateway.http().post(StripeEndpoint.PATH, StripeEndpoint.signed(body), body);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Content-Length")).isEqualTo("0");
    assertThat(published.ofEvent("evt_bytes"))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.value()).isEqualTo(body);
          assertThat(message.key()).isEqualTo("pi_evt_bytes");
          VerifiedWebhook webhook = WebhookCodec.fromRecord(message);
          assertThat(webhook.endpoint()).isEqualTo("stripe");
          assertThat(webhook.provider()).isEqualTo("stripe");
          assertThat(webhook.eventType()).isEqualTo("payment_intent.succeeded");
          assertThat(webhook.receivedAt()).isEqualTo(StripeEndpoint.NOW);
          assertThat(webhook.occurredAt()).isEqualTo(StripeEndpoint.NOW);
          assertThat(webhook.secretVersion()).isEqualTo("2026-09");
          assertThat(webhook.trust()).isEqualTo(Trust.SIGNED);
        });
    assertThat(gateway.metric("octroi.gateway.accepted", "secret_version", "2026-09"))
        .isEqualTo(before + 1);
  }

  @Test
  void a_record_carries_a_trace_of_our_own_and_not_the_caller_s() {
    String foreign = "0af7651916cd43dd8448eb211c80319c";
    byte[] body = Signers.stripeBody("evt_trace");
    List<List<String>> headers = new ArrayList<>(StripeEndpoint.signed(body));
    headers.add(List.of("traceparent", "00-" + foreign + "-b7ad6b7169203331-01"));
    headers.add(List.of("b3", foreign + "-b7ad6b7169203331-1"));

    gateway.http().post(StripeEndpoint.PATH, headers, body);

    ConsumerRecord<String, byte[]> message = published.ofEvent("evt_trace").getFirst();
    assertThat(PublishedWebhooks.header(message, "traceparent"))
        .hasValueSatisfying(value -> assertThat(value).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"))
        .hasValueSatisfying(value -> assertThat(value).doesNotContain(foreign));
  }

  @Test
  void a_body_without_an_announced_length_is_read_to_its_end() {
    byte[] body = Signers.stripeBody("evt_chunked");

    RawHttp.Response answer =
        gateway.http().postChunked(StripeEndpoint.PATH, StripeEndpoint.signed(body), body);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(published.ofEvent("evt_chunked"))
        .singleElement()
        .satisfies(message -> assertThat(message.value()).isEqualTo(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json",
        "no media type"
      })
  void what_a_body_calls_itself_changes_nothing(String type) {
    byte[] body = Signers.stripeBody("evt_type_" + type.hashCode());
    List<List<String>> headers = new ArrayList<>(StripeEndpoint.signed(body));
    headers.add(List.of("Content-Type", type));

    assertThat(gateway.http().post(StripeEndpoint.PATH + "?id=evt_9", headers, body).status())
        .isEqualTo(202);
  }

  @Test
  void a_caller_may_ask_before_it_sends_the_body() {
    byte[] body = Signers.stripeBody("evt_expect");
    List<List<String>> headers = new ArrayList<>(StripeEndpoint.signed(body));
    headers.add(List.of("Expect", "100-continue"));

    assertThat(gateway.http().post(StripeEndpoint.PATH, headers, body).status()).isEqualTo(202);
  }

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
    assertThat(published.ofEvent("evt_forged")).isEmpty();
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
  void a_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not() {
    byte[] exact = padded("evt_exact", MAX_BODY);
    byte[] over = padded("evt_over", MAX_BODY + 1);

    assertThat(gateway.http().post(StripeEndpoint.PATH, StripeEndpoint.signed(exact), exact))
        .extracting(RawHttp.Response::status)
        .isEqualTo(202);
    assertThat(gateway.http().postChunked(StripeEndpoint.PATH, StripeEndpoint.signed(over), over))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(413))
        .satisfies(answer -> assertThat(answer.header("Connection")).isEqualTo("close"));
  }

  @Test
  void an_announced_giant_is_refused_before_any_of_it_is_sent() throws IOException {
    try (Socket socket = gateway.http().connect()) {
      String head =
          "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      RawHttp.Response answer = RawHttp.read(socket);

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void a_body_that_does_not_arrive_is_waited_for_only_so_long() throws IOException {
    try (Socket socket = gateway.http().connect()) {
      String head = "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      assertThat(RawHttp.read(socket).status()).isEqualTo(408);
    }
  }

  @Test
  void a_caller_that_hangs_up_is_no_news() throws IOException {
    try (Socket socket = gateway.http().connect()) {
      String head = "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(StripeEndpoint.post(gateway, "evt_after_hang_up").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /webhooks/unknown, 404",
    "GET, /webhooks/unknown, 404",
    "POST, /webhooks/, 404",
    "POST, /webhooks/stripe/more, 404",
    "POST, /webhooks/Stripe, 404",
    "GET, /, 404",
    "GET, /error, 404",
    "GET, /actuator/health, 404",
    "GET, /webhooks/stripe, 405",
    "HEAD, /webhooks/stripe, 405",
    "PUT, /webhooks/stripe, 405",
    "DELETE, /webhooks/stripe, 405",
    "PATCH, /webhooks/stripe, 405",
    "OPTIONS, /webhooks/stripe, 405",
    "TRACE, /webhooks/stripe, 405",
    "BREW, /webhooks/stripe, 405",
    "POST, /webhooks/%2e%2e/stripe, 404",
    "POST, /webhooks/a%2fb, 400",
    "POST, /webhooks/%00, 400",
    "POST, /webhooks/<>, 400",
  })
  void what_is_not_there_is_refused_as_a_problem_and_with_all_headers(
      String method, String path, int status) {
    RawHttp.Response answer = gateway.http().send(method, path, List.of(), new byte[0]);

    assertThat(answer.status()).as(answer.head()).isEqualTo(status);
    assertRefusedProperly(answer, method);
    if (status == 405 && !method.equals("TRACE")) {
      assertThat(answer.header("Allow")).isEqualTo("POST");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "POST /webhooks/stripe HTTP/9.9\r\nHost: x\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -1\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nno colon\r\n\r\n",
      })
  void a_broken_request_is_never_a_fault_of_ours(String request) {
    RawHttp.Response answer = gateway.http().exchange(request, new byte[0]);

    assertThat(answer.status()).as(answer.head()).isEqualTo(400);
    assertThat(answer.head() + answer.body())
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContain("<html", "Exception");
  }

  @Test
  void too_many_or_too_long_headers_are_refused() {
    List<List<String>> many = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      many.add(List.of("X-" + i, "y"));
    }
    List<List<String>> large = List.of(List.of("X-Large", "y".repeat(20_000)));

    assertThat(List.of(many, large))
        .allSatisfy(headers ->
            assertThat(gateway.http().post(StripeEndpoint.PATH, headers, new byte[0]).status())
                .isEqualTo(400));
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

  @Test
  void health_and_metrics_are_on_the_management_port_only() {
    assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
    assertThat(get("/actuator/health/liveness").body()).contains("\"UP\"");
    assertThat(get("/actuator/metrics/octroi.gateway.in.flight").status()).isEqualTo(200);
    assertThat(get("/actuator/env").status()).isEqualTo(404);
  }

  private static RawHttp.Response get(String path) {
    return gateway.management().send("GET", path, List.of(), new byte[0]);
  }

  private static void assertRefusedProperly(RawHttp.Response answer, String method) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=86400");
    assertThat(answer.header("Server")).isEmpty();
    if (!method.equals("HEAD")) {
      assertThat(answer.body()).startsWith("{\"type\":\"urn:octroi:problem:");
    }
  }

  private static byte[] padded(String eventId, int length) {
    String start = "{\"id\":\"" + eventId + "\",\"type\":\"x\",\"pad\":\"";
    return (start + "x".repeat(length - start.length() - 2) + "\"}")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
