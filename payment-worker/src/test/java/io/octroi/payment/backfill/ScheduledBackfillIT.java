package io.octroi.payment.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.octroi.contracts.EventCodec;
import io.octroi.contracts.EventEnvelope;
import io.octroi.contracts.Topics;
import io.octroi.contracts.WatermarkEvent.WatermarkAdvanced;
import io.octroi.payment.PublishedEvents;
import io.octroi.payment.WorkerContext;
import io.octroi.platform.stripe.StripeEvents;
import io.octroi.platform.stripe.StripePayment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScheduledBackfillIT extends WorkerContext {
  @Autowired private MeterRegistry metrics;
  @Autowired private Clock systemClock;

  @Test
  void a_configured_provider_is_polled_its_watermark_is_shown_measured_and_told() throws Exception {
    // Given
    await()
        .until(() -> {
          send("/operations/watermarks/live-stripe/poll", "POST");
          return shown().path("state").asString().equals("complete");
        });
    Instant before = Instant.parse(shown().path("complete_until").asString());
    Instant now = systemClock.instant();
    double backfilledBefore = backfilled();
    StripePayment payment =
        StripePayment.of(LiveProvider.IDS, 4900, "eur", "customer-" + UUID.randomUUID(), now)
            .withMetadata("plan_code", "signaux-monthly");
    LiveProvider.STRIPE.publish(
        new StripeEvents(LiveProvider.IDS).checkoutCompleted(payment, now.minusSeconds(5)));

    // When
    itIsFetched();

    // Then
    await().until(() -> payment(payment.paymentIntent()).isPresent());
    await()
        .untilAsserted(() -> {
          assertThat(shown().path("state").asString()).isEqualTo("complete");
          assertThat(Instant.parse(shown().path("complete_until").asString())).isAfter(before);
        });
    Instant until = Instant.parse(shown().path("complete_until").asString());
    await().untilAsserted(() -> assertThat(told()).contains(until));
    assertThat(told()).isSorted();
    assertThat(
            metrics
                .get("octroi.payment.watermark.age")
                .tag("endpoint", LiveProvider.ENDPOINT)
                .gauge()
                .value())
        .isBetween(0.0, 300.0);
    assertThat(backfilled()).isEqualTo(backfilledBefore + 1);
  }

  @Test
  void an_endpoint_that_nobody_polls_is_not_there() throws Exception {
    assertThat(send("/operations/watermarks/nowhere/poll", "POST").statusCode()).isEqualTo(404);
  }

  /** Within the second of the poll before there is nothing new to ask for. */
  private void itIsFetched() {
    await()
        .untilAsserted(() -> {
          HttpResponse<String> asked = send("/operations/watermarks/live-stripe/poll", "POST");
          assertThat(asked.statusCode()).isEqualTo(200);
          assertThat(asked.body()).isEqualTo("{\"outcome\":\"filling\"}");
        });
  }

  private double backfilled() {
    return metrics.counter("octroi.payment.backfilled", "endpoint", LiveProvider.ENDPOINT).count();
  }

  private JsonNode shown() throws Exception {
    JsonNode all = JsonMapper.shared().readTree(send("/operations/watermarks", "GET").body());
    for (JsonNode one : all) {
      if (one.path("endpoint").asString().equals(LiveProvider.ENDPOINT)) {
        return one;
      }
    }
    return JsonMapper.shared().createObjectNode();
  }

  private static List<Instant> told() {
    return PublishedEvents.records(Topics.WATERMARKS).stream()
        .filter(message -> message.key().equals(LiveProvider.ENDPOINT))
        .map(message -> EventCodec.fromRecord(message).map(EventEnvelope::event).orElseThrow())
        .map(WatermarkAdvanced.class::cast)
        .map(WatermarkAdvanced::completeUntil)
        .toList();
  }

  private HttpResponse<String> send(String path, String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Octroi-Reason", "looked too old")
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }
}
