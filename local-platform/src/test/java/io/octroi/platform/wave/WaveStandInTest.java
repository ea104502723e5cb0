package io.octroi.platform.wave;

import static org.assertj.core.api.Assertions.assertThat;

import io.octroi.platform.provider.ApiClient;
import io.octroi.platform.provider.Ids;
import io.octroi.platform.provider.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WaveStandInTest {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final Ids ids = Ids.seeded(7);
  private final WaveStandIn wave =
      WaveStandIn.start(
          new WaveStandIn.Settings(0, "wave_key", Clock.fixed(NOW, ZoneOffset.UTC), ids));
  private final ApiClient client = new ApiClient(wave.uri()).bearer("wave_key");
  private final WavePayment payment = WavePayment.of(ids, 15000, "order-1");

  @AfterEach
  void stop() {
    wave.close();
  }

  @Test
  void a_session_is_found_by_its_id_and_by_the_shops_reference() {
    // Given
    wave.opened(payment, NOW);
    String path = "/v1/checkout/sessions/" + payment.session();
    JsonNode open = client.get(path).json();

    // When
    wave.completed(payment, NOW);

    // Then
    assertThat(open.path("checkout_status").asString()).isEqualTo("open");
    assertThat(client.get(path).json().path("payment_status").asString()).isEqualTo("succeeded");
    JsonNode found =
        client.get("/v1/checkout/sessions/search?client_reference=order-1").json().path("result");
    assertThat(found).hasSize(1);
    assertThat(found.path(0).path("transaction_id").asString()).isEqualTo(payment.transaction());
    assertThat(client.get("/v1/checkout/sessions/cos-none").status()).isEqualTo(404);
    assertThat(new ApiClient(wave.uri()).bearer("other").get(path).json().path("code").asString())
        .isEqualTo("no-matching-api-key");
  }

  @Test
  void a_days_transactions_come_in_pages_and_hold_reversals() {
    // Given
    wave.completed(payment, NOW);
    wave.completed(WavePayment.of(ids, 500, "order-2"), NOW.plusSeconds(1));
    wave.reversed(payment, NOW.plusSeconds(2));
    wave.completed(WavePayment.of(ids, 700, "order-3"), NOW.plus(Duration.ofDays(1)));

    // When
    JsonNode first = client.get("/v1/transactions?date=2026-11-01&first=2").json();
    String cursor = first.path("page_info").path("end_cursor").asString();
    JsonNode second = client.get("/v1/transactions?date=2026-11-01&first=2&after=" + cursor).json();

    // Then
    assertThat(first.path("items")).hasSize(2);
    assertThat(first.path("page_info").path("has_next_page").asBoolean()).isTrue();
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.path("items").path(0).path("is_reversal").asBoolean()).isTrue();
    assertThat(second.path("page_info").path("has_next_page").asBoolean()).isFalse();
    assertThat(client.get("/v1/transactions?date=today").status()).isEqualTo(400);
  }

  @Test
  void a_signature_covers_time_and_body_with_nothing_between() {
    // When
    SignedWebhook signed =
        WaveWebhooks.sign("23{}".getBytes(StandardCharsets.UTF_8), List.of("a", "b"), NOW);
    SignedWebhook slid =
        WaveWebhooks.sign(
            "{}".getBytes(StandardCharsets.UTF_8),
            List.of("a", "b"),
            Instant.ofEpochSecond(NOW.getEpochSecond() * 100 + 23));

    // Then
    assertThat(signature(signed)).isEqualTo(signature(slid));
    assertThat(signature(signed).split(",", -1)).hasSize(3);
  }

  private static String signature(SignedWebhook webhook) {
    String header = String.valueOf(webhook.headers().get("Wave-Signature"));
    return header.substring(header.indexOf(','));
  }
}
