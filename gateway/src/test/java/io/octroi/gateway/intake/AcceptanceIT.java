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
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in: through a socket and to the broker. */
class AcceptanceIT {
  private final RunningGateway gateway = SharedGateway.get();

  @Test
  void an_accepted_webhook_is_on_the_broker_byte_for_byte() {
    byte[] body = Signers.stripeBody("evt_bytes");
    double before = gateway.metric("octroi.gateway.accepted", "secret_version", "2026-09");

    RawHttp.Response answer =
        gateway.http().post(StripeEndpoint.PATH, StripeEndpoint.signed(body), body);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Content-Length")).isEqualTo("0");
    assertThat(SharedGateway.published("evt_bytes"))
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
          assertThat(webhook.provenance().secretVersion()).isEqualTo("2026-09");
          assertThat(webhook.trust()).isEqualTo(Trust.SIGNED);
        });
    assertThat(gateway.metric("octroi.gateway.accepted", "secret_version", "2026-09"))
        .isEqualTo(before + 1);
    assertThat(gateway.metric("octroi.gateway.answers")).isPositive();
    assertThat(gateway.metric("http.server.requests", "status", "202")).isZero();
  }

  @Test
  void a_record_carries_a_trace_of_our_own_and_not_the_caller_s() {
    String foreign = "0af7651916cd43dd8448eb211c80319c";
    byte[] body = Signers.stripeBody("evt_trace");
    List<List<String>> headers = new ArrayList<>(StripeEndpoint.signed(body));
    headers.add(List.of("traceparent", "00-" + foreign + "-b7ad6b7169203331-01"));
    headers.add(List.of("b3", foreign + "-b7ad6b7169203331-1"));

    gateway.http().post(StripeEndpoint.PATH, headers, body);

    ConsumerRecord<String, byte[]> message = SharedGateway.published("evt_trace").getFirst();
    assertThat(PublishedWebhooks.header(message, "traceparent"))
        .hasValueSatisfying(
            value -> assertThat(value).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]"))
        .hasValueSatisfying(value -> assertThat(value).doesNotContain(foreign));
  }

  @Test
  void a_body_without_an_announced_length_is_read_to_its_end() {
    byte[] body = Signers.stripeBody("evt_chunked");

    RawHttp.Response answer =
        gateway.http().postChunked(StripeEndpoint.PATH, StripeEndpoint.signed(body), body);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(SharedGateway.published("evt_chunked"))
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
  void a_caller_that_hangs_up_is_no_news() throws IOException {
    try (Socket socket = gateway.http().connect()) {
      String head = "POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(StripeEndpoint.post(gateway, "evt_after_hang_up").status()).isEqualTo(202);
  }

  @Test
  void health_and_metrics_are_on_the_management_port_only() {
    assertThat(get("/actuator/health/readiness").body()).contains("\"UP\"");
    assertThat(get("/actuator/health/liveness").body()).contains("\"UP\"");
    assertThat(get("/actuator/metrics/octroi.gateway.in.flight").status()).isEqualTo(200);
    assertThat(get("/actuator/env").status()).isEqualTo(404);
  }

  private RawHttp.Response get(String path) {
    return gateway.management().send("GET", path, List.of(), new byte[0]);
  }
}
