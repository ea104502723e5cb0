package io.octroi.gateway.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.octroi.contracts.Topics;
import io.octroi.gateway.testing.PublishedWebhooks;
import io.octroi.gateway.testing.RawHttp;
import io.octroi.gateway.testing.RunningGateway;
import io.octroi.gateway.testing.Signers;
import io.octroi.gateway.testing.StripeEndpoint;
import io.octroi.platform.otlp.ReceivedSpan;
import io.octroi.platform.otlp.TraceReceiver;
import io.octroi.platform.secrets.SecretsManagerStandIn;
import io.octroi.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Our secret is wrong; the provider's requests are refused, and nothing of them is lost. */
@ExtendWith(OutputCaptureExtension.class)
class QuarantineIT {
  private static final String TOKEN = "token-of-the-quarantine-test";
  private static final String RIGHT = "whsec_right_0123456789";
  private static final String PROVIDER = "198.51.100.10";
  private static final String ATTACKER = "198.51.100.66";

  @Test
  void what_was_refused_by_our_fault_is_let_in_later_and_what_was_forged_is_not(
      CapturedOutput log) {
    try (TraceReceiver traces = TraceReceiver.start(0, Clock.systemUTC(), 10_000);
        SecretsManagerStandIn manager = manager();
        RunningGateway gateway =
            gateway(
                manager,
                "redeemed",
                Map.of(
                    "management.opentelemetry.tracing.export.otlp.endpoint",
                    traces.endpoint().toString()))) {
      for (int i = 0; i < 50; i++) {
        post(gateway, "redeemed", "evt_genuine_" + i, RIGHT, PROVIDER);
        post(gateway, "redeemed", "evt_forged_" + i, "whsec_of_an_attacker", ATTACKER);
      }
      await().until(() -> gateway.metric("octroi.gateway.quarantine.kept") == 100);
      assertThat(redeem(gateway, "redeemed")).contains("\"redeemed\":0", "\"still_refused\":100");

      String version = manager.put("octroi/redeemed", RIGHT);
      await().until(() -> secrets(gateway).contains(version));
      // Long past the tolerance: the signature's age is judged as of then.
      gateway.clock().set(StripeEndpoint.NOW.plus(Duration.ofHours(5)));

      assertThat(call(gateway, "POST", path("redeemed") + "&dry_run=true", List.of()))
          .contains("\"dry_run\":true,\"redeemed\":50");
      assertThat(published("evt_genuine_")).isEmpty();
      assertThat(redeem(gateway, "redeemed"))
          .contains("\"redeemed\":50", "\"still_refused\":50", "\"failed\":0", "\"complete\":true");
      assertPublished();

      redeem(gateway, "redeemed");
      assertPublished();
      await().untilAsserted(() -> assertLinked(traces));
      assertThat(call(gateway, "GET", "/operations/quarantine?endpoint=redeemed", List.of()))
          .contains("\"reason\":\"signature-mismatch\"", "\"count\":50")
          .doesNotContain(PROVIDER, ATTACKER, "evt_");
      assertNothingInTheClear(log);

      gateway.clock().set(StripeEndpoint.NOW.plus(Duration.ofHours(73)));
      assertThat(redeem(gateway, "redeemed")).contains("\"redeemed\":0", "\"expired\":100");
    }
  }

  @Test
  void a_flood_from_one_source_does_not_keep_another_s_requests_out() {
    Map<String, String> small =
        Map.of(
            "octroi.gateway.quarantine.per-source-an-hour", "20KB",
            "octroi.gateway.quarantine.per-endpoint-an-hour", "100KB",
            "octroi.gateway.quarantine.per-hour", "100KB");
    try (SecretsManagerStandIn manager = manager();
        RunningGateway gateway = gateway(manager, "flooded", small)) {
      for (int i = 0; i < 300; i++) {
        post(gateway, "flooded", "evt_flood_" + i, "whsec_of_an_attacker", ATTACKER);
      }
      for (int i = 0; i < 10; i++) {
        post(gateway, "flooded", "evt_late_" + i, RIGHT, PROVIDER);
      }
      assertThat(gateway.metric("octroi.gateway.quarantine.dropped", "cause", "source-spent"))
          .isGreaterThan(250);

      String version = manager.put("octroi/flooded", RIGHT);
      await().until(() -> secrets(gateway).contains(version));

      await().until(() -> redeem(gateway, "flooded").contains("\"redeemed\":10,"));
    }
  }

  @Test
  void malformed_requests_are_not_kept_and_nothing_is_without_a_key(CapturedOutput log) {
    try (RunningGateway gateway =
        RunningGateway.start(StripeEndpoint.with("octroi.operations.token", TOKEN))) {
      byte[] body = Signers.stripeBody("evt_no_key");

      gateway.http().post(StripeEndpoint.PATH, Signers.stripe("x", StripeEndpoint.NOW, body), body);

      assertThat(gateway.metric("octroi.gateway.quarantine.kept")).isZero();
      assertThat(log.getAll()).containsOnlyOnce("Quarantine is off");
    }
  }

  /** Each of the two passes published 50, each linked to the request that was refused then. */
  private static void assertLinked(TraceReceiver traces) {
    Map<String, List<ReceivedSpan>> spans = new HashMap<>();
    traces.traceIds().forEach(id -> spans.put(id, traces.trace(id)));
    List<String> causes =
        spans.values().stream()
            .flatMap(List::stream)
            .filter(span -> span.name().equals("send " + Topics.WEBHOOKS))
            .flatMap(span -> span.links().stream())
            .toList();
    assertThat(causes).hasSize(100);
    assertThat(Set.copyOf(causes)).hasSize(50);
    assertThat(causes)
        .allSatisfy(cause ->
            assertThat(spans.getOrDefault(cause, List.of()))
                .extracting(ReceivedSpan::name)
                .contains("POST /webhooks/{endpoint}"));
  }

  private static void assertPublished() {
    Map<String, String> bodies = new HashMap<>();
    for (ConsumerRecord<String, byte[]> message : published("evt_genuine_")) {
      String id = PublishedWebhooks.header(message, "ce_id").orElseThrow();
      bodies.put(id, new String(message.value(), StandardCharsets.UTF_8));
      assertThat(PublishedWebhooks.header(message, "ce_origin")).hasValue("quarantine");
      assertThat(PublishedWebhooks.header(message, "ce_receivedat"))
          .hasValue(StripeEndpoint.NOW.toString());
    }
    assertThat(bodies).hasSize(50);
    bodies.forEach((id, body) ->
        assertThat(body).isEqualTo(new String(Signers.stripeBody(id), StandardCharsets.UTF_8)));
    assertThat(published("evt_forged_")).isEmpty();
  }

  private static void assertNothingInTheClear(CapturedOutput log) {
    try (PublishedWebhooks kept =
        new PublishedWebhooks(TestInfrastructure.kafkaBootstrapServers(), Topics.QUARANTINE)) {
      List<ConsumerRecord<String, byte[]>> records = kept.all();
      assertThat(records).hasSizeGreaterThanOrEqualTo(100);
      for (ConsumerRecord<String, byte[]> message : records) {
        String text = new String(message.value(), StandardCharsets.ISO_8859_1) + message.headers();
        assertThat(text)
            .doesNotContain("evt_", "payment_intent", "Stripe-Signature", PROVIDER, ATTACKER);
      }
    }
    assertThat(log.getAll())
        .doesNotContain("payment_intent", "Stripe-Signature", PROVIDER, ATTACKER, RIGHT, TOKEN);
  }

  private static List<ConsumerRecord<String, byte[]>> published(String prefix) {
    try (PublishedWebhooks published =
        new PublishedWebhooks(TestInfrastructure.kafkaBootstrapServers())) {
      return published.all().stream()
          .filter(
              message -> PublishedWebhooks.header(message, "ce_id").orElse("").startsWith(prefix))
          .toList();
    }
  }

  private static int post(
      RunningGateway gateway, String endpoint, String eventId, String secret, String source) {
    byte[] body = Signers.stripeBody(eventId);
    List<List<String>> headers = new ArrayList<>(Signers.stripe(secret, StripeEndpoint.NOW, body));
    headers.add(List.of("X-Forwarded-For", source));
    return gateway.http().post("/webhooks/" + endpoint, headers, body).status();
  }

  private static String redeem(RunningGateway gateway, String endpoint) {
    return call(
        gateway, "POST", path(endpoint), List.of(List.of("Octroi-Reason", "the secret is right")));
  }

  private static String secrets(RunningGateway gateway) {
    return call(gateway, "GET", "/operations/secrets", List.of());
  }

  private static String path(String endpoint) {
    return "/operations/quarantine/redemption?endpoint=" + endpoint;
  }

  private static String call(
      RunningGateway gateway, String method, String path, List<List<String>> more) {
    List<List<String>> headers = new ArrayList<>(more);
    headers.add(List.of("Authorization", "Bearer " + TOKEN));
    RawHttp.Response answer = gateway.management().send(method, path, headers, new byte[0]);
    assertThat(answer.status()).as(answer.head() + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static SecretsManagerStandIn manager() {
    SecretsManagerStandIn manager =
        SecretsManagerStandIn.start(SecretsManagerStandIn.Settings.inMemory(Clock.systemUTC()));
    byte[] key = "of the tests, thirty-two bytes.!".getBytes(StandardCharsets.US_ASCII);
    manager.put("octroi/quarantine", Base64.getEncoder().encodeToString(key));
    return manager;
  }

  private static RunningGateway gateway(
      SecretsManagerStandIn manager, String endpoint, Map<String, String> more) {
    TestInfrastructure.createTopics(Map.of(Topics.QUARANTINE, 3));
    manager.put("octroi/" + endpoint, "whsec_wrong_0123456789");
    Map<String, String> properties = new HashMap<>(more);
    properties.put("octroi.gateway.endpoints[0].name", endpoint);
    properties.put("octroi.gateway.endpoints[0].scheme", "stripe");
    properties.put("octroi.gateway.endpoints[0].secret-id", "octroi/" + endpoint);
    properties.put("octroi.gateway.quarantine.secret-id", "octroi/quarantine");
    properties.put("octroi.gateway.trusted-proxy-hops", "1");
    properties.put("octroi.aws.endpoint-override", manager.uri().toString());
    properties.put("octroi.aws.region", "eu-west-1");
    properties.put("octroi.aws.access-key-id", "test");
    properties.put("octroi.aws.secret-access-key", "test");
    properties.put("octroi.gateway.secrets.refresh-interval", "1s");
    properties.put("octroi.operations.token", TOKEN);
    return RunningGateway.start(properties);
  }
}
