package io.octroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import io.octroi.local.Shop.Purchase;
import io.octroi.platform.otlp.ReceivedSpan;
import io.octroi.platform.otlp.TraceReceiver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From the provider's request to the message, one trace, as it was exported over OTLP. */
class TraceIT {
  private static final LocalSystem SYSTEM = WholeSystem.shared();
  private static final TraceReceiver TRACES = SYSTEM.standIns().traces();

  /** A provider's own trace id. */
  private static final String FOREIGN = "0af7651916cd43dd8448eb211c80319c";

  private static final List<String> TO_THE_NOTIFIER =
      List.of(
          "gateway server POST /webhooks/{endpoint}",
          "gateway producer send webhooks.v1",
          "payment-worker consumer process webhooks.v1",
          "payment-worker producer send payments.v1",
          "subscription-worker consumer process payments.v1",
          "subscription-worker producer send subscriptions.v1",
          "notifier consumer process subscriptions.v1");

  @Test
  void one_trace_leads_from_the_request_to_the_mail() throws Exception {
    try (Shop shop = new Shop(SYSTEM)) {
      // Given
      Purchase purchase = shop.buy("traced-" + UUID.randomUUID(), 700_900_100L);

      // When the provider sends it as part of a trace of its own, until it is taken
      await().atMost(Duration.ofSeconds(30)).until(() -> post(purchase.event().json()) == 202);

      // Then
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(linkedToTheForeignOne()).anySatisfy(TraceIT::isWhole));
      assertThat(linkedToTheForeignOne().toString())
          .doesNotContain(purchase.customer() + "@example.com")
          .doesNotContain(SYSTEM.credentials().telegramToken());
    }
  }

  @Test
  void probes_leave_no_traces() {
    assertThat(TRACES.traceIds())
        .flatMap(TRACES::trace)
        .extracting(ReceivedSpan::toString)
        .noneMatch(span -> span.contains("actuator"));
  }

  private static void isWhole(List<ReceivedSpan> spans) {
    assertThat(wayTo(spans, "smtp send"))
        .startsWith(TO_THE_NOTIFIER.toArray(String[]::new))
        .endsWith("notifier internal deliver email", "notifier client smtp send")
        .hasSize(TO_THE_NOTIFIER.size() + 2);
    assertThat(spans).filteredOn(span -> span.parentId().isEmpty()).hasSize(1);
    assertThat(spans).noneMatch(ReceivedSpan::failed);
  }

  private static List<List<ReceivedSpan>> linkedToTheForeignOne() {
    return TRACES.traceIds().stream()
        .map(TRACES::trace)
        .filter(spans -> spans.stream().anyMatch(span -> span.links().contains(FOREIGN)))
        .toList();
  }

  /** The spans from the first down to the one of a name. */
  private static List<String> wayTo(List<ReceivedSpan> spans, String name) {
    Map<String, ReceivedSpan> byId =
        spans.stream().collect(Collectors.toMap(ReceivedSpan::spanId, Function.identity()));
    Deque<String> way = new ArrayDeque<>();
    Optional<ReceivedSpan> next = spans.stream().filter(s -> s.name().equals(name)).findFirst();
    while (next.isPresent()) {
      ReceivedSpan span = next.get();
      way.addFirst(span.service() + " " + span.kind() + " " + span.name());
      next = Optional.ofNullable(byId.get(span.parentId()));
    }
    return List.copyOf(way);
  }

  private static int post(String body) throws Exception {
    String signature =
        Webhook.Signature.generateSignatureHeader(body, SYSTEM.credentials().stripeWebhookSecret());
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + SYSTEM.ports().gateway() + "/webhooks/stripe"))
            .header("Stripe-Signature", signature)
            .header("traceparent", "00-" + FOREIGN + "-b7ad6b7169203331-01")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
