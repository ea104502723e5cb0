package io.octroi.platform.paystack;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.ProviderEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaystackStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final Ids ids = Ids.seeded(7);
  private final PaystackStandIn paystack =
      PaystackStandIn.start(
          new PaystackStandIn.Settings(0, "sk_1", Clock.fixed(NOW, ZoneOffset.UTC), ids));
  private final ApiClient client = new ApiClient(paystack.uri()).bearer("sk_1");
  private final PaystackPayment payment = PaystackPayment.of(ids, 150000, "GHS", "order-1");

  @AfterEach
  void stop() {
    paystack.close();
  }

  @Test
  void a_transaction_is_verified_by_the_shops_reference() {
    // Given
    ProviderEvent event = paystack.charged(payment, NOW);

    // Then
    JsonNode data = client.get("/transaction/verify/order-1").json().path("data");
    assertThat(data.path("status").asString()).isEqualTo("success");
    assertThat(event.text()).contains("\"data\":" + data);
    assertThat(client.get("/transaction/verify/none").status()).isEqualTo(404);
    assertThat(
            new ApiClient(paystack.uri())
                .bearer("sk_2")
                .get("/transaction")
                .json()
                .path("message")
                .asString())
        .isEqualTo("Invalid key");
  }

  @Test
  void lists_hold_what_happened_in_their_time_page_by_page() {
    // Given
    paystack.charged(payment, NOW);
    paystack.failed(PaystackPayment.of(ids, 100, "GHS", "order-2"), NOW.plusSeconds(60));
    paystack.refunded(payment, 50000, NOW.plusSeconds(90));
    paystack.disputed(payment, 7, NOW.plusSeconds(100));
    paystack.disputeResolved(payment, 7, "merchant-accepted", NOW.plusSeconds(120));
    String window = "from=2026-11-01T10:00:00Z&to=2026-11-01T10:02:00Z";

    // When
    JsonNode first = client.get("/transaction?perPage=1&page=1&" + window).json();
    JsonNode refunds = client.get("/refund?" + window).json().path("data");
    JsonNode disputes = client.get("/dispute?" + window).json().path("data");

    // Then
    assertThat(first.path("data").path(0).path("status").asString()).isEqualTo("failed");
    assertThat(first.path("meta").path("pageCount").asInt()).isEqualTo(2);
    assertThat(refunds.path(0).path("transaction_reference").asString()).isEqualTo("order-1");
    assertThat(disputes).hasSize(1);
    assertThat(disputes.path(0).path("resolution").asString()).isEqualTo("merchant-accepted");
    assertThat(client.get("/refund?from=2026-11-02T00:00:00Z").json().path("data")).isEmpty();
  }
}
