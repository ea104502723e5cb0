package io.octroi.platform.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.MovableClock;
import io.octroi.platform.provider.ProviderEvent;
import io.octroi.platform.provider.SignedWebhook;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayPalStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final String EVENTS = "/v1/notifications/webhooks-events";

  private final Ids ids = Ids.seeded(7);
  private final MovableClock clock = new MovableClock(NOW);
  private final PayPalStandIn paypal =
      PayPalStandIn.start(
          new PayPalStandIn.Settings(
              0, "client", "secret", "1JE4291016473214C", Duration.ofHours(9), clock, ids));
  private final PayPalPayment payment = PayPalPayment.of(ids, "49.00", "EUR", "order-1");

  @AfterEach
  void stop() {
    paypal.close();
  }

  @Test
  void a_token_is_given_for_the_right_secret_and_really_expires() {
    // Given
    paypal.captured(payment, NOW);
    String path = "/v2/payments/captures/" + payment.capture();
    ApiClient client = merchant();

    // Then
    assertThat(client.get(path).json().path("status").asString()).isEqualTo("COMPLETED");
    clock.forward(Duration.ofHours(9));
    assertThat(client.get(path).json().path("error").asString()).isEqualTo("invalid_token");
    assertThat(merchant().get(path).status()).isEqualTo(200);
    ApiClient.Response refused =
        new ApiClient(paypal.uri())
            .basic("client", "wrong")
            .post("/v1/oauth2/token", "grant_type=client_credentials");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().path("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void events_of_a_time_come_newest_first_in_pages_that_link_on() {
    // Given
    List<String> published = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      PayPalPayment each = PayPalPayment.of(ids, "49.00", "EUR", "order-" + i);
      published.addFirst(paypal.captured(each, NOW.plusSeconds(i)).id());
    }
    ApiClient client = merchant();

    // When
    List<String> read = new ArrayList<>();
    String next =
        EVENTS + "?start_time=2026-11-01T10:00:01Z&end_time=2026-11-01T10:00:04Z&page_size=3";
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = client.get(next).json();
      page.path("events").forEach(event -> read.add(event.path("id").asString()));
      next =
          page.path("links")
              .valueStream()
              .filter(link -> link.path("rel").asString().equals("next"))
              .map(link -> link.path("href").asString())
              .findFirst()
              .orElse("");
      pages++;
    }

    // Then
    assertThat(read).isEqualTo(published.subList(0, 4));
    assertThat(pages).isEqualTo(2);
    assertThat(client.get(EVENTS + "?start_time=yesterday").status()).isEqualTo(400);
    assertThat(client.get(EVENTS + "/" + read.getFirst()).json().path("id").asString())
        .isEqualTo(read.getFirst());
    assertThat(client.get(EVENTS + "/WH-none").json().path("name").asString())
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void a_refund_and_a_dispute_are_read_from_their_objects() {
    // Given
    paypal.captured(payment, NOW);
    ProviderEvent refunded = paypal.refunded(payment, "19.00", "19.00", NOW);
    paypal.disputed(payment, "PP-D-1", NOW);
    paypal.disputeResolved(payment, "PP-D-1", "RESOLVED_BUYER_FAVOUR", NOW);
    paypal.sold(PayPalPayment.of(ids, "9.00", "EUR", "u"), "I-1", NOW);
    paypal.subscription("I-1", "ACTIVATED", "ACTIVE", "u", NOW);
    ApiClient client = merchant();

    // Then
    assertThat(
            client
                .get("/v2/payments/captures/" + payment.capture())
                .json()
                .path("status")
                .asString())
        .isEqualTo("PARTIALLY_REFUNDED");
    assertThat(refunded.text()).contains("/v2/payments/captures/" + payment.capture());
    JsonNode dispute = client.get("/v1/customer/disputes/PP-D-1").json();
    assertThat(dispute.path("dispute_outcome").path("outcome_code").asString())
        .isEqualTo("RESOLVED_BUYER_FAVOUR");
    assertThat(client.get("/v1/billing/subscriptions/I-1").status()).isEqualTo(200);
  }

  @Test
  void a_delivery_is_verified_over_its_very_bytes() {
    // Given
    ProviderEvent event = paypal.captured(payment, NOW);
    SignedWebhook delivery = paypal.webhooks().sign(event, NOW);
    ApiClient client = merchant();

    // Then
    assertThat(verified(client, delivery, event.text())).isEqualTo("SUCCESS");
    assertThat(verified(client, delivery, event.text().replace("49.00", "99.00")))
        .isEqualTo("FAILURE");
    assertThat(verified(client, delivery, event.text().replace("\":", "\" :")))
        .isEqualTo("FAILURE");
  }

  @Test
  void it_misbehaves_when_told_to_and_recovers() {
    // Given
    paypal.captured(payment, NOW);
    ApiClient client = merchant();
    String path = "/v2/payments/captures/" + payment.capture();

    // When, then
    paypal.faults().status(1, 503);
    assertThat(client.get(path).json().path("name").asString()).isEqualTo("SERVICE_UNAVAILABLE");
    paypal.faults().tooMany(1, Duration.ofSeconds(7));
    assertThat(client.get(path).headers()).containsEntry("retry-after", "7");
    paypal.faults().garbage(1);
    assertThat(client.get(path).json().isMissingNode()).isTrue();
    paypal.faults().at("/v2/").cutShort(1);
    assertThatThrownBy(() -> client.get(path)).isInstanceOf(UncheckedIOException.class);
    paypal.faults().slow(1, Duration.ofMillis(150));
    long start = System.nanoTime();
    assertThat(client.get(path).status()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(140).toNanos());
    paypal.faults().drop(10);
    assertThatThrownBy(() -> client.get(path)).isInstanceOf(UncheckedIOException.class);
    paypal.faults().clear();
    assertThat(client.get(path).status()).isEqualTo(200);
  }

  private static String verified(ApiClient client, SignedWebhook delivery, String body) {
    String request =
        """
        {"transmission_id": "%s", "transmission_time": "%s", "transmission_sig": "%s",
         "cert_url": "%s", "auth_algo": "SHA256withRSA", "webhook_id": "1JE4291016473214C",
         "webhook_event": %s}
        """
            .formatted(
                delivery.headers().get("PAYPAL-TRANSMISSION-ID"),
                delivery.headers().get("PAYPAL-TRANSMISSION-TIME"),
                delivery.headers().get("PAYPAL-TRANSMISSION-SIG"),
                delivery.headers().get("PAYPAL-CERT-URL"),
                body);
    return client
        .post("/v1/notifications/verify-webhook-signature", request)
        .json()
        .path("verification_status")
        .asString();
  }

  private ApiClient merchant() {
    return new ApiClient(paypal.uri())
        .bearer(
            new ApiClient(paypal.uri())
                .basic("client", "secret")
                .post("/v1/oauth2/token", "grant_type=client_credentials")
                .json()
                .path("access_token")
                .asString());
  }
}
